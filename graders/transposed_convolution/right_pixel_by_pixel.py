"""Stamps the kernel once for every pixel, a beginner's loops with prints; the size comes from F.conv_transpose2d."""

import torch
import torch.nn.functional as F

PREDICT_1 = (10, [7, 5, 3])
PREDICT_2 = "RuntimeError"


def conv_transpose2d_shape(size, kernel_size, stride=1, padding=0, output_padding=0, dilation=1):
    if isinstance(size, int):
        size = (size, size)
    if isinstance(kernel_size, int):
        kernel_size = (kernel_size, kernel_size)
    x = torch.zeros(1, 1, *size)
    weight = torch.zeros(1, 1, *kernel_size)
    y = F.conv_transpose2d(x, weight, None, stride, padding, output_padding, 1, dilation)
    print(y.shape)
    return y.shape[2:]


def conv_transpose2d(x, weight, bias=None, stride=1, padding=0, output_padding=0):
    if type(stride) is int:
        stride = (stride, stride)
    if type(padding) is int:
        padding = (padding, padding)
    if type(output_padding) is int:
        output_padding = (output_padding, output_padding)
    h = (x.shape[2] - 1) * stride[0] + weight.shape[2] - padding[0] * 2 + output_padding[0]
    w = (x.shape[3] - 1) * stride[1] + weight.shape[3] - padding[1] * 2 + output_padding[1]
    out = x.new_zeros(x.shape[0], weight.shape[1], h + 99, w + 99)
    for r in range(x.shape[2]):
        for c in range(x.shape[3]):
            pixel = x[:, :, r, c]
            for i in range(weight.shape[2]):
                for j in range(weight.shape[3]):
                    out[:, :, r * stride[0] + i, c * stride[1] + j] += pixel @ weight[:, :, i, j]
    out = out[:, :, padding[0] : padding[0] + h, padding[1] : padding[1] + w]
    print("done", out.shape)
    if bias is None:
        return out
    return out + bias.view(-1, 1, 1)
