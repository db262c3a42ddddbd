"""Every parameter was filled by its name, the scale of a batch norm like the weight of a convolution.
A scale begins near 1.

fails: batch_norms_begin_near_one
"""

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Sequential"]


def init_weights(model: nn.Module) -> nn.Module:
    for name, parameter in model.named_parameters():
        if "weight" in name:
            nn.init.normal_(parameter, 0.0, 0.02)
        else:
            nn.init.zeros_(parameter)
    return model
