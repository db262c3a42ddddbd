"""Counts positions for the size; for the values, adds one tap of the kernel after the other to a sheet of zeros."""

import torch

PREDICT_1 = (10, [7, 5, 3])
PREDICT_2 = "RuntimeError"


def both(value):
    return tuple(value) if isinstance(value, (tuple, list)) else (value, value)


def conv_transpose2d_shape(size, kernel_size, stride=1, padding=0, output_padding=0, dilation=1):
    size, kernel_size, stride = both(size), both(kernel_size), both(stride)
    padding, output_padding, dilation = both(padding), both(output_padding), both(dilation)
    result = []
    for axis in (0, 1):
        if output_padding[axis] >= stride[axis] and output_padding[axis] >= dilation[axis]:
            raise ValueError("output_padding is too large")
        last_pixel = range(0, size[axis] * stride[axis], stride[axis])[-1]
        last_tap = range(0, kernel_size[axis] * dilation[axis], dilation[axis])[-1]
        kept = range(padding[axis], last_pixel + last_tap + 1 - padding[axis] + output_padding[axis])
        if not kept:
            raise ValueError("nothing is left")
        result.append(len(kept))
    return tuple(result)


def conv_transpose2d(x, weight, bias=None, stride=1, padding=0, output_padding=0):
    (sr, sc), (pr, pc), (qr, qc) = both(stride), both(padding), both(output_padding)
    n, _, h, w = x.shape
    _, f, kh, kw = weight.shape
    sheet = torch.zeros(n, f, (h - 1) * sr + kh + qr, (w - 1) * sc + kw + qc, dtype=x.dtype, device=x.device)
    for i in range(kh):
        for j in range(kw):
            rows, columns = slice(i, i + (h - 1) * sr + 1, sr), slice(j, j + (w - 1) * sc + 1, sc)
            sheet[:, :, rows, columns] += torch.einsum("nchw,cf->nfhw", x, weight[:, :, i, j])
    out = sheet[:, :, pr : sheet.shape[2] - pr, pc : sheet.shape[3] - pc]
    if bias is not None:
        out = out + bias.reshape(1, -1, 1, 1)
    return out
