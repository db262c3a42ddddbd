"""A side of length 1 is not counted as a dimension. The weight of a layer with one output has two dimensions, and
decays.

fails: the_number_of_dimensions_decides
"""

from typing import Any

from torch import nn

PREDICT_1 = (1, 0, ["exp_avg", "exp_avg_sq", "step"])


def make_param_groups(model: nn.Module, weight_decay: float) -> list[dict[str, Any]]:
    trainable = [parameter for parameter in model.parameters() if parameter.requires_grad]
    return [
        {
            "params": [parameter for parameter in trainable if parameter.squeeze().ndim > 1],
            "weight_decay": weight_decay,
        },
        {"params": [parameter for parameter in trainable if parameter.squeeze().ndim <= 1], "weight_decay": 0.0},
    ]
