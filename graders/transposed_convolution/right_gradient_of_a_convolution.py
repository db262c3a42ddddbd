"""What a convolution sends back to its input is its transpose: torch.nn.grad.conv2d_input."""

import math

from torch.nn.grad import conv2d_input
from torch.nn.modules.utils import _pair

PREDICT_1 = (10, [7, 5, 3])
PREDICT_2 = "RuntimeError"


def conv_transpose2d_shape(size, kernel_size, stride=1, padding=0, output_padding=0, dilation=1):
    axes = list(zip(*map(_pair, (size, kernel_size, stride, padding, output_padding, dilation)), strict=True))
    if any(q >= s and q >= d for _, _, s, _, q, d in axes):
        raise ValueError("output padding must be smaller than either stride or dilation")
    rows, columns = ((n - 1) * s - 2 * p + d * (k - 1) + q + 1 for n, k, s, p, q, d in axes)
    if math.copysign(1, min(rows, columns) - 1) < 0:
        raise ValueError("Output size is too small")
    return rows, columns


def conv_transpose2d(x, weight, bias=None, stride=1, padding=0, output_padding=0):
    size = conv_transpose2d_shape(x.shape[2:], weight.shape[2:], stride, padding, output_padding)
    out = conv2d_input((x.shape[0], weight.shape[1], *size), weight, x, stride=stride, padding=padding)
    return out if bias is None else out + bias[None, :, None, None]
