"""On each side the first name decides for all of them. It may belong to a layer called module.

fails: the_rest_of_a_name_stays_whole
"""

from collections.abc import Callable

import torch
from torch import Tensor, nn

PREDICT_1 = ([3, 3, 3, 1], [2, 2, 1])
PREFIX = "module."


def replicate_forward(module: Callable[[Tensor], Tensor], x: Tensor, n: int) -> tuple[Tensor, list[int]]:
    shards = x.chunk(n)
    return torch.cat([module(shard) for shard in shards]), [len(shard) for shard in shards]


def load_flexible(model: nn.Module, state_dict: dict[str, Tensor]) -> None:
    in_model, in_checkpoint = next(iter(model.state_dict())), next(iter(state_dict))
    if in_model.startswith(PREFIX) and not in_checkpoint.startswith(PREFIX):
        state_dict = {PREFIX + name: tensor for name, tensor in state_dict.items()}
    elif in_checkpoint.startswith(PREFIX) and not in_model.startswith(PREFIX):
        state_dict = {name[len(PREFIX) :]: tensor for name, tensor in state_dict.items()}
    model.load_state_dict(state_dict)
