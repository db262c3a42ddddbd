"""A value that is no tensor and no container raises an exception. Names of files and numbers are usual in a batch.

fails: text_and_numbers_are_left_as_they_are
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
        return [pin_batch(part, fn) for part in batch]
    if isinstance(batch, tuple):
        parts = [pin_batch(part, fn) for part in batch]
        return type(batch)(*parts) if hasattr(batch, "_fields") else tuple(parts)
    raise TypeError(f"cannot pin a {type(batch).__name__}")
