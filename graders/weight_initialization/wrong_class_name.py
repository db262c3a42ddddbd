"""Layers were chosen by the names of their classes. A block called ConvBlock has no weight of its own, and a convolution
may have any name: what counts is what a module is.

fails: every_kind_of_both_counts
"""

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Sequential"]


def init_weights(model: nn.Module) -> nn.Module:
    for module in model.modules():
        if "Conv" in type(module).__name__ and isinstance(getattr(module, "weight", None), nn.Parameter):
            nn.init.normal_(module.weight, 0.0, 0.02)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif "BatchNorm" in type(module).__name__ and getattr(module, "weight", None) is not None:
            nn.init.normal_(module.weight, 1.0, 0.02)
            nn.init.zeros_(module.bias)
    return model
