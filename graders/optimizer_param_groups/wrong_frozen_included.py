"""Parameters with requires_grad=False are in a group. Weight decay is an update without a gradient, ready to start
when somebody fills one in.

fails: frozen_parameters_are_in_neither
"""

from typing import Any

from torch import nn

PREDICT_1 = (1, 0, ["exp_avg", "exp_avg_sq", "step"])


def make_param_groups(model: nn.Module, weight_decay: float) -> list[dict[str, Any]]:
    trainable = [parameter for parameter in model.parameters()]
    return [
        {"params": [parameter for parameter in trainable if parameter.ndim > 1], "weight_decay": weight_decay},
        {"params": [parameter for parameter in trainable if parameter.ndim <= 1], "weight_decay": 0.0},
    ]
