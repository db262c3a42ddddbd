"""Everything is loaded into `model.module`. A plain model has none.

fails: names_that_agree_are_loaded
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
    state_dict = {name.removeprefix(PREFIX): tensor for name, tensor in state_dict.items()}
    model.module.load_state_dict(state_dict)


def has_prefix(names: Iterable[str]) -> bool:
    return all(name.startswith(PREFIX) for name in names)
