"""A subclass of a convolution or a batch norm was not drawn. A subclass is one of its kind.

fails: every_kind_of_both_counts
"""

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Sequential"]


def init_weights(model: nn.Module) -> nn.Module:
    for module in model.modules():
        if type(module).__module__ == nn.Conv2d.__module__:
            nn.init.normal_(module.weight, 0.0, 0.02)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif type(module).__module__ == nn.BatchNorm2d.__module__ and module.affine:
            nn.init.normal_(module.weight, 1.0, 0.02)
            nn.init.zeros_(module.bias)
    return model
