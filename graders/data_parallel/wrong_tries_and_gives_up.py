"""Several ways to name the tensors are tried, and when none of them loads nobody is told. The last exception is the
caller's.

fails: what_does_not_fit_raises
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
    for renamed in (
        state_dict,
        {name.removeprefix(PREFIX): tensor for name, tensor in state_dict.items()},
        {PREFIX + name: tensor for name, tensor in state_dict.items()},
    ):
        try:
            model.load_state_dict(renamed)
            return
        except RuntimeError:
            continue
