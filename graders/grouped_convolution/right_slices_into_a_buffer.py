"""A loop over groups with explicit slices that writes into an output made like x; nn.Conv2d checks the groups."""

import torch
import torch.nn as nn
import torch.nn.functional as F

PREDICT_1 = ((12, 2, 3, 3), 12, 228)


def grouped_conv_spec(
    in_channels: int, out_channels: int, kernel_size, groups: int = 1, bias: bool = True, out_hw=None
) -> dict[str, object]:
    layer = nn.Conv2d(in_channels, out_channels, kernel_size, groups=groups, bias=bias)
    weights = layer.weight.nelement()
    result = {
        "params_vs_dense": weights * groups / weights / groups**2,
        "weight_shape": tuple(layer.weight.size()),
        "params": weights + (0 if layer.bias is None else layer.bias.nelement()),
    }
    return result if out_hw is None else result | {"macs": weights * out_hw[0] * out_hw[1]}


def grouped_conv2d(
    x: torch.Tensor, weight: torch.Tensor, bias=None, stride=1, padding=0, dilation=1, groups: int = 1
) -> torch.Tensor:
    step_in = weight.shape[1]
    if groups < 1 or weight.shape[0] % groups != 0 or step_in * groups != x.shape[1]:
        raise ValueError(f"{groups} groups, {x.shape[1]} channels, weight {list(weight.shape)}")
    if not (bias is None or bias.shape[0] == weight.shape[0]):
        raise ValueError(f"{bias.shape[0]} biases")
    step_out = weight.shape[0] // groups
    out = None
    for g in range(groups):
        mine = slice(g * step_out, g * step_out + step_out)
        part = F.conv2d(
            x[:, g * step_in : (g + 1) * step_in], weight[mine], stride=stride, padding=padding, dilation=dilation
        )
        if out is None:
            out = x.new_empty(x.shape[0], weight.shape[0], part.shape[2], part.shape[3])
        out[:, mine] = part if bias is None else part + bias[mine].reshape(-1, 1, 1)
    return out
