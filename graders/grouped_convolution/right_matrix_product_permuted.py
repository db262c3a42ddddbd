"""A helper class for the numbers, and one batched matrix product over the groups; the output is a permuted view."""

import torch
from torch import nn

PREDICT_1 = ((12, 2, 3, 3), 12, 228)


class Layer:
    def __init__(self, before, after, kernel, groups):
        if groups < 1 or before % groups or after % groups:
            raise ValueError(f"{groups} groups of {before} and {after} channels")
        self.before, self.after, self.groups = before, after, groups
        self.kernel = kernel if isinstance(kernel, (tuple, list)) else [kernel, kernel]

    @property
    def shape(self):
        return (self.after, self.before // self.groups, *self.kernel)

    def __len__(self):
        return torch.Size(self.shape).numel()


def grouped_conv_spec(in_channels, out_channels, kernel_size, groups=1, bias=True, out_hw=None):
    layer = Layer(in_channels, out_channels, kernel_size, groups)
    dense = Layer(in_channels, out_channels, kernel_size, groups=1)
    answer = {"weight_shape": layer.shape, "params": len(layer), "params_vs_dense": len(layer) / len(dense)}
    if bias:
        answer["params"] += layer.after
    if out_hw is not None:
        answer.update(macs=len(layer) * torch.Size(out_hw).numel())
    return answer


def grouped_conv2d(x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    layer = Layer(x.size(1), weight.size(0), weight.shape[2:], groups)
    if tuple(weight.size()) != (layer.after, layer.before // groups, *weight.shape[2:]):
        raise ValueError(f"the weight should be {layer.shape}")
    if bias is not None and bias.size() != (layer.after,):
        raise ValueError(f"{bias.size()} is not one bias per filter")
    stride, padding, dilation = (
        nn.modules.utils._pair(stride),
        nn.modules.utils._pair(padding),
        nn.modules.utils._pair(dilation),
    )
    padded = nn.ZeroPad2d((padding[1], padding[1], padding[0], padding[0]))(x)
    reach = [d * (k - 1) + 1 for d, k in zip(dilation, weight.shape[2:])]
    windows = padded.unfold(2, reach[0], stride[0]).unfold(3, reach[1], stride[1])
    windows = windows[..., :: dilation[0], :: dilation[1]]
    batch, _, rows, columns, *kernel = windows.shape
    patches = windows.permute(1, 4, 5, 0, 2, 3).reshape(groups, -1, batch * rows * columns)
    out = torch.bmm(weight.reshape(groups, layer.after // groups, -1), patches)
    out = out.view(layer.after, batch, rows, columns)
    if bias is not None:
        out = out + bias.view(-1, 1, 1, 1)
    return out.permute(1, 0, 2, 3)
