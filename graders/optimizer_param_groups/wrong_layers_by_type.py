"""Only known kinds of layers are looked at, and every other parameter is in neither group and is never updated.

fails: norm_weights_do_not_decay
"""

from typing import Any

from torch import nn

PREDICT_1 = (1, 0, ["exp_avg", "exp_avg_sq", "step"])


def make_param_groups(model: nn.Module, weight_decay: float) -> list[dict[str, Any]]:
    decay, no_decay = [], []
    for module in model.modules():
        if isinstance(module, nn.Linear | nn.Conv2d) and module.weight.requires_grad:
            decay.append(module.weight)
            no_decay += [] if module.bias is None else [module.bias]
    return [{"params": decay, "weight_decay": weight_decay}, {"params": no_decay, "weight_decay": 0.0}]
