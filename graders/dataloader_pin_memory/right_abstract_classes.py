"""Asks for Mapping and Sequence instead of the concrete types, as the loader of PyTorch does."""

from collections.abc import Mapping, Sequence

from torch import Tensor

PREDICT_1 = [False, False]


def pin_batch(batch, fn):
    if isinstance(batch, Tensor):
        return fn(batch)
    elif callable(getattr(batch, "pin_memory", None)):
        return batch.pin_memory()
    elif isinstance(batch, (str, bytes)):
        return batch
    elif isinstance(batch, Mapping):
        result = {}
        for key in batch:
            result[key] = pin_batch(batch[key], fn)
        return type(batch)(result)
    elif isinstance(batch, tuple) and hasattr(batch, "_fields"):
        return type(batch)._make(pin_batch(part, fn) for part in batch)
    elif isinstance(batch, Sequence):
        return type(batch)(pin_batch(part, fn) for part in batch)
    else:
        return batch
