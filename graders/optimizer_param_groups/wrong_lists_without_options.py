"""Two lists of parameters come back. A group is a dict, so that it can say its weight decay.

fails: two_groups_come_back
"""

from typing import Any

from torch import nn

PREDICT_1 = (1, 0, ["exp_avg", "exp_avg_sq", "step"])


def make_param_groups(model: nn.Module, weight_decay: float) -> list[dict[str, Any]]:
    trainable = [parameter for parameter in model.parameters() if parameter.requires_grad]
    return [
        [parameter for parameter in trainable if parameter.ndim > 1],
        [parameter for parameter in trainable if parameter.ndim <= 1],
    ]
