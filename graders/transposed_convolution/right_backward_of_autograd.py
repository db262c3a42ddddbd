"""Runs an ordinary convolution on zeros and asks autograd for the vector-Jacobian product."""

import torch
from torch.nn import ConvTranspose2d, functional
from torch.nn.modules.utils import _pair

PREDICT_1 = (10, [7, 5, 3])
PREDICT_2 = "RuntimeError"


def conv_transpose2d_shape(size, kernel_size, stride=1, padding=0, output_padding=0, dilation=1):
    layer = ConvTranspose2d(1, 1, kernel_size, stride, padding, output_padding, dilation=dilation)
    height, width = (size, size) if isinstance(size, int) else size
    try:
        return tuple(layer(torch.zeros(1, height, width)).shape[1:])
    except RuntimeError as error:
        raise ValueError(str(error)) from error


def conv_transpose2d(x, weight, bias=None, stride=1, padding=0, output_padding=0):
    settings = zip(x.shape[2:], weight.shape[2:], *map(_pair, (stride, padding, output_padding)), strict=True)
    height, width = [s * (n - 1) + k - p - p + q for n, k, s, p, q in settings]
    start = x.new_zeros(x.shape[0], weight.shape[1], height, width).requires_grad_()
    forward = functional.conv2d(start, weight, stride=stride, padding=padding)
    (out,) = torch.autograd.grad(forward, start, x, create_graph=True)
    return out if bias is None else out + bias.view(1, -1, 1, 1)
