"""Batch norm in both modes: what it normalizes with, and what a training step leaves behind.

Read the lesson `batchnorm_and_dropout_modes`, then complete the function and write down your predictions.
"""

import torch
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A list of numbers.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A list of three numbers, rounded to three places.
PREDICT_2 = ...


def batch_norm(
    x: Tensor,
    running_mean: Tensor,
    running_var: Tensor,
    weight: Tensor,
    bias: Tensor,
    training: bool,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> Tensor:
    """Normalize each channel (Ioffe and Szegedy 2015, https://arxiv.org/abs/1502.03167).

    x: (batch, channels, ...), floating, with any number of further dimensions and in any memory layout.
    running_mean, running_var, weight, bias: (channels,); in the dtype of x, or float32 with an x of half precision.
    training: whether to normalize with the batch and to move the running statistics in place (True), or to normalize
    with the running statistics and to leave them alone (False).
    momentum: the share of the new batch in the running statistics. eps: added to the variance, under the root.
    Returns a tensor with the shape, dtype and device of x; gradients reach x, weight and bias, in training through the
    statistics of the batch as well. The running statistics stay out of the graph; no other input changes.
    Raises ValueError in training when there is only one value per channel.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.BatchNorm2d.html
    """
    # TODO: choose the mean and the variance by the mode, then normalize.
    raise NotImplementedError
