"""Only matrices decay. The weight of a convolution has three or four dimensions, and is a weight as well.

fails: norm_weights_do_not_decay
"""

from typing import Any

from torch import nn

PREDICT_1 = (1, 0, ["exp_avg", "exp_avg_sq", "step"])


def make_param_groups(model: nn.Module, weight_decay: float) -> list[dict[str, Any]]:
    trainable = [parameter for parameter in model.parameters() if parameter.requires_grad]
    return [
        {"params": [parameter for parameter in trainable if parameter.ndim == 2], "weight_decay": weight_decay},
        {"params": [parameter for parameter in trainable if parameter.ndim != 2], "weight_decay": 0.0},
    ]
