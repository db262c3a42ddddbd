"""There is one group. Options are written once for each group, so two kinds of parameters need two.

fails: two_groups_come_back
"""

from typing import Any

from torch import nn

PREDICT_1 = (1, 0, ["exp_avg", "exp_avg_sq", "step"])


def make_param_groups(model: nn.Module, weight_decay: float) -> list[dict[str, Any]]:
    trainable = [parameter for parameter in model.parameters() if parameter.requires_grad]
    return [{"params": trainable, "weight_decay": weight_decay}]
