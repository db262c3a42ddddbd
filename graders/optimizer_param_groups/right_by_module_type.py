"""Asks each module what it is, and own parameters for their shape."""

from torch import nn
from torch.nn.modules.batchnorm import _BatchNorm

PREDICT_1 = (1, 0, ["exp_avg", "exp_avg_sq", "step"])


NORMS = (_BatchNorm, nn.LayerNorm, nn.GroupNorm)


def make_param_groups(model, weight_decay):
    kept_apart = set()
    for module in model.modules():
        for name, p in module.named_parameters(recurse=False):
            if isinstance(module, NORMS) or name.endswith("bias") or p.dim() in (0, 1):
                kept_apart.add(p)
    wanted = [p for p in model.parameters() if p.requires_grad]
    return [
        dict(params=[p for p in wanted if p not in kept_apart], weight_decay=weight_decay),
        dict(params=[p for p in wanted if p in kept_apart], weight_decay=0),
    ]
