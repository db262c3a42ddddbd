"""Activation checkpointing: forget what the forward pass computed, and compute it again when it is needed.

Read the lesson `activation_checkpointing`, then complete the function and write down your predictions.
"""

from collections.abc import Sequence

from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint

# What does the snippet "Predict 1" of the lesson evaluate to? A list of booleans.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A tuple of two integers.
PREDICT_2 = ...


def run_checkpointed(blocks: Sequence[nn.Module], x: Tensor, every: int) -> Tensor:
    """Run the blocks one after the other on x, keeping for backward only what goes into each segment.

    blocks: a list, tuple, nn.ModuleList or nn.Sequential of modules that take one tensor and return one.
    x: what goes into the first block; it may be data, which requires no grad.
    every: 1 or more; so many neighbouring blocks make a segment, and the last segment has what is left over.
    Returns what the plain loop returns, with the same gradients. The forward pass runs each block once; backward()
    runs each block once more, segment by segment from the last, with the same dropout masks as before. Where nothing
    is recorded, each block runs once. Changes neither x nor its requires_grad.
    Source: https://docs.pytorch.org/docs/stable/checkpoint.html
    """
    # TODO: one checkpoint for each segment.
    raise NotImplementedError
