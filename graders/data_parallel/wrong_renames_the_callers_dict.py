"""The checkpoint of the caller is renamed in place. Work on a copy.

fails: the_checkpoint_stays_as_it_is
"""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn
from torch.nn.modules.utils import consume_prefix_in_state_dict_if_present

PREDICT_1 = ([3, 3, 3, 1], [2, 2, 1])
PREFIX = "module."


def replicate_forward(module: Callable[[Tensor], Tensor], x: Tensor, n: int) -> tuple[Tensor, list[int]]:
    shards = x.chunk(n)
    return torch.cat([module(shard) for shard in shards]), [len(shard) for shard in shards]


def load_flexible(model: nn.Module, state_dict: dict[str, Tensor]) -> None:
    in_model, in_checkpoint = has_prefix(model.state_dict()), has_prefix(state_dict)
    if in_model and not in_checkpoint:
        for name in list(state_dict):
            state_dict[PREFIX + name] = state_dict.pop(name)
    elif in_checkpoint and not in_model:
        consume_prefix_in_state_dict_if_present(state_dict, PREFIX)
    model.load_state_dict(state_dict)


def has_prefix(names: Iterable[str]) -> bool:
    return all(name.startswith(PREFIX) for name in names)
