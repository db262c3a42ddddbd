"""A parameter is in both groups, and the optimizer refuses that. The first list has everything in it.

fails: weights_decay_and_biases_do_not
"""

from typing import Any

from torch import nn

PREDICT_1 = (1, 0, ["exp_avg", "exp_avg_sq", "step"])


def make_param_groups(model: nn.Module, weight_decay: float) -> list[dict[str, Any]]:
    trainable = [parameter for parameter in model.parameters() if parameter.requires_grad]
    return [
        {"params": [parameter for parameter in trainable], "weight_decay": weight_decay},
        {"params": [parameter for parameter in trainable if parameter.ndim <= 1], "weight_decay": 0.0},
    ]
