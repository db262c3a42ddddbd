"""An optimizer comes back. Only the groups were asked for, so that any optimizer can be built from them.

fails: two_groups_come_back
"""

from typing import Any

import torch
from torch import nn

PREDICT_1 = (1, 0, ["exp_avg", "exp_avg_sq", "step"])


def make_param_groups(model: nn.Module, weight_decay: float) -> list[dict[str, Any]]:
    trainable = [parameter for parameter in model.parameters() if parameter.requires_grad]
    return torch.optim.SGD(
        [
            {"params": [parameter for parameter in trainable if parameter.ndim > 1], "weight_decay": weight_decay},
            {"params": [parameter for parameter in trainable if parameter.ndim <= 1], "weight_decay": 0.0},
        ],
        lr=1.0,
    )
