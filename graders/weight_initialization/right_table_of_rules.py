"""A table of rules, looked up along the ancestors of each class."""

from functools import partial

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Sequential"]
RULES = {
    nn.modules.conv._ConvNd: partial(nn.init.normal_, std=0.02),
    nn.modules.batchnorm._BatchNorm: partial(nn.init.normal_, mean=1, std=0.02),
}


def init_weights(model):
    for _, module in model.named_modules():
        for kind in type(module).__mro__:
            if kind in RULES:
                if module.weight is not None:
                    RULES[kind](module.weight)
                if module.bias is not None:
                    nn.init.constant_(module.bias, 0.0)
    return model
