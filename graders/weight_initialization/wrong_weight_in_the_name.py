"""Everything called weight was drawn around 0, the scale of a batch norm too. A scale near 0 switches the layer off.

fails: batch_norms_begin_near_one
"""

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Sequential"]


def init_weights(model: nn.Module) -> nn.Module:
    for name, parameter in model.named_parameters():
        if "weight" in name:
            nn.init.normal_(parameter, 0.0, 0.02)
    return model
