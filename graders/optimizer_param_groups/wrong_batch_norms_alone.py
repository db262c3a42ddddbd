"""Layer norms shrink. A batch norm is not the only layer with a scale for each channel.

fails: the_number_of_dimensions_decides
"""

from typing import Any

from torch import nn

PREDICT_1 = (1, 0, ["exp_avg", "exp_avg_sq", "step"])


def make_param_groups(model: nn.Module, weight_decay: float) -> list[dict[str, Any]]:
    norms = [m for m in model.modules() if isinstance(m, nn.BatchNorm1d | nn.BatchNorm2d | nn.PReLU)]
    spared = {id(parameter) for module in norms for parameter in module.parameters()}
    decay, no_decay = [], []
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            (no_decay if id(parameter) in spared or "bias" in name else decay).append(parameter)
    return [{"params": decay, "weight_decay": weight_decay}, {"params": no_decay, "weight_decay": 0.0}]
