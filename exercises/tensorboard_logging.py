"""Logging: mean losses that mean something, and guesses with their probability.

Read the lesson `tensorboard_logging`, then complete the class and the function, and write down your prediction.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of three integers.
PREDICT_1 = ...


class LossLogger:
    """Logs the mean loss of every window of batches.

    See https://docs.pytorch.org/docs/stable/tensorboard.html
    """

    def __init__(self, writer: Any, tag: str, every: int) -> None:
        """Begin the first window.

        writer: has `add_scalar(tag, scalar_value, global_step)`, as a SummaryWriter; it is not closed here.
        tag: the name of the plot.
        every: how many losses are in a window, 1 or more.
        """
        # TODO: keep the settings and begin with an empty window.
        raise NotImplementedError

    def update(self, loss: float | Tensor) -> None:
        """Add a loss; the last one of a window has the mean of the window logged.

        loss: a number or a tensor of one element, of any floating dtype, on any device, with or without a history. It
            is not changed, and nothing of its history is kept.
        The step is the number of updates so far, in all windows.
        """
        # TODO: add the loss, and log when the window is full.
        raise NotImplementedError

    def flush(self) -> None:
        """Log the mean of a window that is not full, and begin a new one; does nothing when it is empty.

        The step is the number of updates so far.
        """
        # TODO: log what is there.
        raise NotImplementedError


def top_class_probs(net: Callable[[Tensor], Tensor], images: Tensor) -> tuple[Tensor, Tensor]:
    """The most probable class of each image, and its softmax probability.

    net: any function, called as net(images), without autograd; returns (B, classes), of any floating dtype, finite and
        maybe huge.
    images: (B, ...), B 0 or more. Not changed.
    Returns the classes (B,), int64, and the probabilities (B,), in the dtype of the outputs; both are where the outputs
    are, and neither requires a gradient. Autograd is afterwards as it was before.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.softmax.html
    """
    # TODO: turn the outputs into probabilities and take the largest of each image.
    raise NotImplementedError
