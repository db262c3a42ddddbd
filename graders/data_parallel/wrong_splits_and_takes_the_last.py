"""Names are split at every "module.", and the last part is kept. A layer inside may be called that, and what stands
before it is lost.

fails: the_rest_of_a_name_stays_whole
"""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn

PREDICT_1 = ([3, 3, 3, 1], [2, 2, 1])
PREFIX = "module."


def replicate_forward(module: Callable[[Tensor], Tensor], x: Tensor, n: int) -> tuple[Tensor, list[int]]:
    shards = x.chunk(n)
    return torch.cat([module(shard) for shard in shards]), [len(shard) for shard in shards]


def load_flexible(model: nn.Module, state_dict: dict[str, Tensor]) -> None:
    in_model, in_checkpoint = has_prefix(model.state_dict()), has_prefix(state_dict)
    if in_model and not in_checkpoint:
        state_dict = {PREFIX + name: tensor for name, tensor in state_dict.items()}
    elif in_checkpoint and not in_model:
        state_dict = {name.split(PREFIX)[-1]: tensor for name, tensor in state_dict.items()}
    model.load_state_dict(state_dict)


def has_prefix(names: Iterable[str]) -> bool:
    return all(name.startswith(PREFIX) for name in names)
