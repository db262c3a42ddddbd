"""Dicts from names to parameters are in the groups. An optimizer wants the parameters, in a list.

fails: weights_decay_and_biases_do_not
"""

from typing import Any

from torch import nn

PREDICT_1 = (1, 0, ["exp_avg", "exp_avg_sq", "step"])


def make_param_groups(model: nn.Module, weight_decay: float) -> list[dict[str, Any]]:
    trainable = [parameter for parameter in model.parameters() if parameter.requires_grad]
    return [
        {
            "params": {n: p for n, p in model.named_parameters() if any(p is q for q in trainable) and p.ndim > 1},
            "weight_decay": weight_decay,
        },
        {
            "params": {n: p for n, p in model.named_parameters() if any(p is q for q in trainable) and p.ndim <= 1},
            "weight_decay": 0.0,
        },
    ]
