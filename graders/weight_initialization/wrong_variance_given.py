"""The standard deviation is the square of 0.02. The number in the recipe is the standard deviation itself.

fails: convolutions_begin_near_zero
"""

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Sequential"]


def init_weights(model: nn.Module) -> nn.Module:
    for module in model.modules():
        if isinstance(module, nn.modules.conv._ConvNd):
            nn.init.normal_(module.weight, 0.0, 0.02**2)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif isinstance(module, nn.modules.batchnorm._BatchNorm) and module.affine:
            nn.init.normal_(module.weight, 1.0, 0.02**2)
            nn.init.zeros_(module.bias)
    return model
