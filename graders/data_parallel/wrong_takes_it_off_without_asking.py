""" "module." is taken off every name that begins so, without asking about the others. A plain network may have a layer
called module.

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
    if isinstance(model, nn.DataParallel):
        model = model.module
    model.load_state_dict({name.removeprefix(PREFIX): tensor for name, tensor in state_dict.items()})
