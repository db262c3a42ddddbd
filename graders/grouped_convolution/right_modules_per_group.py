"""A list of nn.Conv2d modules, one for each group, called with the given weight; renamed locals and keyword calls."""

from torch import cat, nn, tensor_split
from torch.func import functional_call

PREDICT_1 = ((12, 2, 3, 3), 12, 228)


def ungrouped(c_in, c_out, k, g, **settings):
    if g < 1 or c_in % g or c_out % g:
        raise ValueError("groups must be positive and divide in_channels and out_channels")
    return nn.ModuleList(nn.Conv2d(c_in // g, c_out // g, k, device="meta", **settings) for _ in range(g))


def grouped_conv_spec(in_channels, out_channels, kernel_size, groups=1, bias=True, out_hw=None):
    convs = ungrouped(in_channels, out_channels, kernel_size, groups, bias=bias)
    dense = ungrouped(c_in=in_channels, c_out=out_channels, k=kernel_size, g=1, bias=False)
    weights = sum(conv.weight.numel() for conv in convs)
    spec = {
        "weight_shape": cat([conv.weight for conv in convs]).shape,
        "params": sum(p.numel() for p in convs.parameters()),
        "params_vs_dense": weights / dense[0].weight.numel(),
    }
    if out_hw is None:
        return spec
    h, w = out_hw
    return {**spec, "macs": h * w * weights}


def grouped_conv2d(x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    settings = {"stride": stride, "padding": padding, "dilation": dilation}
    convs = ungrouped(x.shape[1], weight.shape[0], tuple(weight.shape[2:]), groups, bias=bias is not None, **settings)
    given = {"weight": weight} if bias is None else {"weight": weight, "bias": bias}
    if sum(len(p) for p in convs.parameters()) != sum(len(p) for p in given.values()):
        raise ValueError("one bias per filter")
    if convs[0].weight.shape[1:] != weight.shape[1:]:
        raise ValueError("filters have the depth of a group")
    shares = {name: tensor_split(tensor, groups) for name, tensor in given.items()}
    outs = []
    for g, (conv, run) in enumerate(zip(convs, tensor_split(x, groups, dim=1))):
        outs.append(functional_call(conv, {name: share[g] for name, share in shares.items()}, (run,)))
    return cat(outs, dim=1)
