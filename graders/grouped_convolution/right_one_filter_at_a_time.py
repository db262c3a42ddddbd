"""A beginner's loop over the filters, counting by hand, with prints and every public name of torch imported."""

from torch import *

PREDICT_1 = ((12, 2, 3, 3), 12, 228)


def grouped_conv_spec(in_channels, out_channels, kernel_size, groups=1, bias=True, out_hw=None):
    if groups < 1:
        raise ValueError("groups < 1")
    if in_channels % groups != 0:
        raise ValueError("in_channels")
    if out_channels % groups != 0:
        raise ValueError("out_channels")
    if not isinstance(kernel_size, tuple):
        kernel_size = (kernel_size, kernel_size)
    depth = in_channels // groups

    weights = 0
    biases = 0
    dense = 0
    filters = 0
    while filters < out_channels:
        filters = filters + 1
        weights = weights + depth * kernel_size[0] * kernel_size[1]
        dense = dense + in_channels * kernel_size[0] * kernel_size[1]
        if bias is True:
            biases = biases + 1
    print(weights, "weights,", biases, "biases")

    spec = {}
    spec["weight_shape"] = (out_channels, depth, kernel_size[0], kernel_size[1])
    spec["params"] = weights + biases
    spec["params_vs_dense"] = weights / dense
    if out_hw is not None:
        rows, columns = out_hw
        spec["macs"] = weights * rows * columns
    print(spec)
    return spec


def grouped_conv2d(x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    in_channels = x.shape[1]
    out_channels = weight.shape[0]
    print("x", x.shape, "weight", weight.shape, "groups", groups)
    if groups < 1:
        raise ValueError("groups < 1")
    if in_channels % groups != 0 or out_channels % groups != 0:
        raise ValueError("groups does not divide the channels")
    depth = in_channels // groups
    if weight.shape[1] != depth:
        raise ValueError("depth")
    if bias is not None:
        if len(bias) != out_channels:
            raise ValueError("bias")

    filters_per_group = out_channels // groups
    planes = []
    for j, kernel in enumerate(weight):
        group = j // filters_per_group
        start = group * depth
        end = start + depth
        kernel = kernel.view(1, depth, kernel.shape[1], kernel.shape[2])
        plane = conv2d(x[:, start:end], kernel, None, stride, padding, dilation)
        if bias is not None:
            plane = plane + bias[j]
        planes.append(plane)
    return cat(planes, 1)
