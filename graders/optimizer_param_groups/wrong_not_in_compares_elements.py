"""`in` compares tensors element by element and stumbles over shapes that do not fit. Ask each parameter for its
dimensions, or compare identities.

fails: two_groups_come_back
"""

from typing import Any

from torch import nn

PREDICT_1 = (1, 0, ["exp_avg", "exp_avg_sq", "step"])


def make_param_groups(model: nn.Module, weight_decay: float) -> list[dict[str, Any]]:
    trainable = [parameter for parameter in model.parameters() if parameter.requires_grad]
    decay = [parameter for parameter in trainable if parameter.ndim > 1]
    return [
        {"params": decay, "weight_decay": weight_decay},
        {"params": [parameter for parameter in trainable if parameter not in decay], "weight_decay": 0.0},
    ]
