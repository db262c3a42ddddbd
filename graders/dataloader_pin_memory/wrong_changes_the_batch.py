"""The pinned parts are written into the batch that was given, and that batch comes back.

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
    if isinstance(batch, dict | list):
        for key, part in list(batch.items() if isinstance(batch, dict) else enumerate(batch)):
            batch[key] = pin_batch(part, fn)
        return batch
    if isinstance(batch, tuple):
        parts = [pin_batch(part, fn) for part in batch]
        return type(batch)(*parts) if hasattr(batch, "_fields") else tuple(parts)
    return batch
