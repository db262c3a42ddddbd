"""Outputs written into one tensor, the last shard first; of the possible namings the one that the model has."""

from collections.abc import Callable

import torch
from torch import Tensor, nn

PREDICT_1 = ([3, 3, 3, 1], [2, 2, 1])


def replicate_forward(module: Callable[[Tensor], Tensor], x: Tensor, n: int) -> tuple[Tensor, list[int]]:
    shards = torch.chunk(x, n)
    results = [module(shard) for shard in reversed(shards)][::-1]
    output = results[0].new_empty(len(x), *results[0].shape[1:])
    offset = 0
    for result in results:
        output[offset : offset + len(result)] = result
        offset += len(result)
    return output, [*map(len, shards)]


def load_flexible(model: nn.Module, state_dict: dict[str, Tensor]) -> None:
    own = set(model.state_dict())
    candidates = [dict(state_dict), {f"module.{name}": tensor for name, tensor in state_dict.items()}]
    if all(name.startswith("module.") for name in state_dict):
        candidates.append({name.removeprefix("module."): tensor for name, tensor in state_dict.items()})
    for renamed in candidates:
        if set(renamed) == own:
            break
    else:
        raise RuntimeError(f"unknown or missing: {sorted(own ^ set(state_dict))}")
    model.load_state_dict(renamed)
