"""PyTorch's own layer."""

from torch import nn

PREDICT_1 = [0.5, 2.0, 3.5]


def adaptive_avg_pool2d(x, output_size):
    return nn.AdaptiveAvgPool2d(output_size)(x)
