"""Cuts a real tensor into windows with Tensor.unfold and measures what is left; `from torch import *` style."""

from torch import *
from torch.nn import functional

PREDICT_1 = (1, 64, 113, 112)


def conv2d_output_shape(in_shape: tuple, out_channels: int, kernel_size, stride=1, padding=0, dilation=1) -> tuple:
    k, s, d = (torch_pair(value) for value in (kernel_size, stride, dilation))
    reach = [d[0] * (k[0] - 1) + 1, d[1] * (k[1] - 1) + 1]
    plane = zeros(in_shape[2:])
    if padding == "same":
        if s != (1, 1):
            raise ValueError("padding='same' with a stride")
        plane = functional.pad(plane, (0, reach[1] - 1, 0, reach[0] - 1))
    elif padding != "valid":
        p = torch_pair(padding)
        plane = functional.pad(plane, (p[1], p[1], p[0], p[0]))
    windows = plane.unfold(0, reach[0], s[0]).unfold(1, reach[1], s[1])
    return in_shape[0], out_channels, windows.size(0), windows.size(1)


def torch_pair(value):
    return tuple(value) if hasattr(value, "__len__") else (value,) * 2
