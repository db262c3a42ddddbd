"""A name that contains Conv was taken for a convolution. A block with such a name has no weight of its own.

fails: every_kind_of_both_counts
"""

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Sequential"]


def init_weights(model: nn.Module) -> nn.Module:
    def weights_init(m: nn.Module) -> None:
        classname = m.__class__.__name__
        if classname.find("Conv") != -1:
            nn.init.normal_(m.weight.data, 0.0, 0.02)
            if m.bias is not None:
                nn.init.constant_(m.bias.data, 0)
        elif classname.find("BatchNorm") != -1 and m.weight is not None:
            nn.init.normal_(m.weight.data, 1.0, 0.02)
            nn.init.constant_(m.bias.data, 0)

    return model.apply(weights_init)
