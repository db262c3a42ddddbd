"""Weights were told apart by their number of dimensions, so other layers changed as well.

fails: all_else_is_left_alone
"""

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Sequential"]


def init_weights(model: nn.Module) -> nn.Module:
    for name, parameter in model.named_parameters():
        if name.endswith("bias"):
            nn.init.zeros_(parameter)
        else:
            nn.init.normal_(parameter, 0.0 if parameter.dim() > 1 else 1.0, 0.02)
    return model
