"""Fusion for inference: a convolution and the batch norm behind it become one convolution.

Read the lesson `inference_graph_fusion`, then complete the function and write down your predictions.
"""

import copy

import torch
from torch import nn

# What does the snippet "Predict 1" of the lesson evaluate to? A list of ints, then a list of floats, in a tuple.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A list of ints.
PREDICT_2 = ...


def fold_bn(conv: nn.Conv2d, bn: nn.BatchNorm2d) -> nn.Conv2d:
    """One convolution that computes what `bn(conv(x))` computes in eval mode, for every x.

    conv: in eval mode, float32 or float64; any kernel size, stride, padding, dilation, groups and padding mode, with or
        without a bias.
    bn: in eval mode, for conv's output channels, with running statistics; any eps; perhaps without weight and bias.
    Returns a new nn.Conv2d with a bias, with conv's settings, dtype and device. conv and bn stay as they are and share
    no memory with it.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.BatchNorm2d.html
    """
    # TODO: what bn does to one channel of y is y * scale + shift; move both into the convolution.
    raise NotImplementedError
