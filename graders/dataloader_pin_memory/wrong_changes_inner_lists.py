"""The outer container is new, and a list inside it is still the old one, with new parts.

fails: the_batch_is_left_alone
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

PREDICT_1 = [False, False]


def pin_batch(batch: Any, fn: Callable[[Tensor], Tensor]) -> Any:
    if isinstance(batch, torch.Tensor):
        return fn(batch)
    if hasattr(batch, "pin_memory"):
        return batch.pin_memory()
    if isinstance(batch, dict):
        return {key: pin_batch(part, fn) for key, part in batch.items()}
    if isinstance(batch, list):
        for place, part in enumerate(batch):
            if isinstance(part, list | dict):
                pinned = pin_batch(part, fn)
                part.clear()
                part.extend(pinned) if isinstance(part, list) else part.update(pinned)
        return [part if isinstance(part, list | dict) else pin_batch(part, fn) for part in batch]
    if isinstance(batch, tuple):
        parts = [pin_batch(part, fn) for part in batch]
        return type(batch)(*parts) if hasattr(batch, "_fields") else tuple(parts)
    return batch
