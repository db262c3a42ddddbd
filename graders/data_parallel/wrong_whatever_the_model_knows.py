"""The names are changed until the model knows them, with the prefix or without. A checkpoint with the prefix on some
of its names is no checkpoint of such a model.

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
    known = model.state_dict()
    renamed = {}
    for name, tensor in state_dict.items():
        if name not in known and name.removeprefix(PREFIX) in known:
            name = name.removeprefix(PREFIX)
        elif name not in known and PREFIX + name in known:
            name = PREFIX + name
        renamed[name] = tensor
    model.load_state_dict(renamed)
