"""The auto-tuner of cuDNN: a context manager that switches it for the length of a block.

Read the lesson `cudnn_benchmark`, then complete the function and write down your prediction.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of two bools.
PREDICT_1 = ...


@contextmanager
def cudnn_benchmark(enabled: bool = True) -> Iterator[None]:
    """Switch the auto-tuner of cuDNN on, or off, for the length of a `with` block.

        with cudnn_benchmark():
            train_one_epoch()

    enabled: what `torch.backends.cudnn.benchmark` is inside the block. No other setting of cuDNN changes.
    However the block ends, also by an exception, the setting is again what it was when the block began. The exception
    goes on to the caller. Blocks may be nested.
    Nothing happens before the block is entered.
    See https://docs.pytorch.org/docs/stable/backends.html#torch.backends.cudnn.torch.backends.cudnn.benchmark
    """
    # TODO: what happens before the block, the `yield`, and what happens after it.
    raise NotImplementedError
