"""No convolution at all: for each tap of the kernel, a shifted view of the image times one number per filter."""

import torch
from torch.nn.functional import pad

PREDICT_1 = ((12, 2, 3, 3), 12, 228)


class Spec(dict):
    def __init__(self, *shape):
        super().__init__(weight_shape=shape)
        self.weights = shape[0] * shape[1] * shape[2] * shape[3]


def pair(value):
    try:
        a, b = value
    except TypeError:
        a = b = value
    return a, b


def grouped_conv_spec(in_channels, out_channels, kernel_size, groups=1, bias=True, out_hw=None):
    try:
        if groups < 0 or in_channels % groups + out_channels % groups > 0:
            raise ValueError("groups must divide both channel counts")
    except ZeroDivisionError as error:
        raise ValueError("there must be a group") from error
    spec = Spec(out_channels, in_channels // groups, *pair(kernel_size))
    spec["params"] = spec.weights
    if bias:
        spec["params"] += out_channels
    spec["params_vs_dense"] = 1.0 / groups
    if out_hw is not None:
        spec["macs"] = 0
        for _ in range(out_hw[0]):
            spec["macs"] += spec.weights * out_hw[1]
    return spec


def grouped_conv2d(x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    c, o = x.shape[1], weight.shape[0]
    if groups < 1 or c % groups or o % groups or weight.shape[1] != c // groups:
        raise ValueError(f"cannot use {tuple(weight.shape)} on {tuple(x.shape)} with groups={groups}")
    if bias is not None and tuple(bias.shape) != (o,):
        raise ValueError(f"bias is {tuple(bias.shape)}")
    (sh, sw), (ph, pw), (dh, dw) = pair(stride), pair(padding), pair(dilation)
    x = pad(x, (pw, pw, ph, ph)).unflatten(1, (groups, -1))
    w = weight.unflatten(0, (groups, -1))
    kh, kw = weight.shape[2:]
    rows = (x.shape[3] - dh * (kh - 1) - 1) // sh + 1
    columns = (x.shape[4] - dw * (kw - 1) - 1) // sw + 1
    out = 0
    for i in range(kh):
        for j in range(kw):
            window = x[:, :, :, i * dh :: sh, j * dw :: sw][..., :rows, :columns]
            out = out + torch.einsum("ngchw,goc->ngohw", window, w[..., i, j])
    out = out.flatten(1, 2)
    return out if bias is None else out + bias.view(1, -1, 1, 1)
