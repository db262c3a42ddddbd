"""The weights have the right standard deviation and a sharp end. Normally distributed ones have a few far out.

fails: the_weights_are_normally_distributed
"""

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Sequential"]


def init_weights(model: nn.Module) -> nn.Module:
    for module in model.modules():
        if isinstance(module, nn.modules.conv._ConvNd):
            nn.init.uniform_(module.weight, -0.02 * 3**0.5, 0.02 * 3**0.5)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif isinstance(module, nn.modules.batchnorm._BatchNorm) and module.affine:
            nn.init.normal_(module.weight, 1.0, 0.02)
            nn.init.zeros_(module.bias)
    return model
