"""One expression per axis, with the documentation's own order of terms, and math.floor."""

import math

from torch.nn.modules.utils import _pair

PREDICT_1 = (1, 64, 113, 112)

Setting = int | tuple | list


def conv2d_output_shape(
    in_shape,
    out_channels: int,
    kernel_size: Setting,
    stride: Setting = 1,
    padding: Setting | str = 0,
    dilation: Setting = 1,
):
    kernel_size, stride, dilation = _pair(kernel_size), _pair(stride), _pair(dilation)
    if padding == "same" and (stride[0] > 1 or stride[1] > 1):
        raise ValueError("padding='same' is not supported for strided convolutions")
    result = []
    for i, size in enumerate(in_shape[2:]):
        if padding == "same":
            total = dilation[i] * (kernel_size[i] - 1)
        elif padding == "valid":
            total = 0
        else:
            total = 2 * _pair(padding)[i]
        out = math.floor((size + total - dilation[i] * (kernel_size[i] - 1) - 1) / stride[i] + 1)
        if out < 1:
            raise ValueError(f"the kernel does not fit: {size + total} rows or columns")
        result += [out]
    return (in_shape[0], out_channels, *result)
