"""Adaptive average pooling: say how large the output is, and the windows follow.

Read the lesson `adaptive_average_pooling`, then complete the function and write down your prediction.
"""

import torch
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A list of three floats.
PREDICT_1 = ...


def adaptive_avg_pool2d(x: Tensor, output_size: tuple[int, int]) -> Tensor:
    """The mean of every bin, as F.adaptive_avg_pool2d computes it.

    x: (..., rows, columns), floating, with one dimension before rows (channels) or two (batch, channels), of which the
    batch may be empty.
    output_size: (output rows, output columns), each 1 or more, smaller or larger than those of x, divisors or not.
    Returns (..., output rows, output columns), same dtype and device as x, differentiable; x is left unchanged.
    Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_avg_pool2d.html
    """
    # TODO: find where every bin begins and ends, and average what lies inside.
    raise NotImplementedError
