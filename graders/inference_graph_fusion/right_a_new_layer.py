"""Makes a new layer with all the settings."""

import torch
from torch import nn

PREDICT_1 = ([-50, 25, 127], [-1.0, 0.5, 2.54])
PREDICT_2 = [0, 0, 0, 127]


def fold_bn(conv, bn):
    fused = nn.Conv2d(
        conv.in_channels,
        conv.out_channels,
        conv.kernel_size,
        stride=conv.stride,
        padding=conv.padding,
        dilation=conv.dilation,
        groups=conv.groups,
        padding_mode=conv.padding_mode,
        device=conv.weight.device,
        dtype=conv.weight.dtype,
    )
    gamma = bn.weight if bn.affine else torch.ones_like(bn.running_mean)
    beta = bn.bias if bn.affine else torch.zeros_like(bn.running_mean)
    b = conv.bias if conv.bias is not None else torch.zeros_like(bn.running_mean)
    factor = gamma / torch.sqrt(bn.running_var + bn.eps)
    with torch.no_grad():
        fused.weight.copy_(conv.weight * factor[:, None, None, None])
        fused.bias.copy_((b - bn.running_mean) * factor + beta)
    return fused.eval()
