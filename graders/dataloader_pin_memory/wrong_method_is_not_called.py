"""The method pin_memory itself comes back. Without parentheses it is not called.

fails: an_object_can_pin_itself
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
        return batch.pin_memory
    if isinstance(batch, dict):
        return {key: pin_batch(part, fn) for key, part in batch.items()}
    if isinstance(batch, list):
        return [pin_batch(part, fn) for part in batch]
    if isinstance(batch, tuple):
        parts = [pin_batch(part, fn) for part in batch]
        return type(batch)(*parts) if hasattr(batch, "_fields") else tuple(parts)
    return batch
