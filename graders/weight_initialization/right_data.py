"""Walks through the children by hand and writes into .data, as the note does."""

from torch.nn.modules.batchnorm import _BatchNorm
from torch.nn.modules.conv import _ConvNd

PREDICT_1 = ("Linear", "ReLU", "Sequential", "Sequential")


def init_weights(model):
    for child in model.children():
        init_weights(child)
    is_conv, is_norm = isinstance(model, _ConvNd), isinstance(model, _BatchNorm)
    if (is_conv or is_norm) and model.weight is not None:
        model.weight.data.normal_(1.0 if is_norm else 0.0, 0.02)
    if (is_conv or is_norm) and model.bias is not None:
        model.bias.data.zero_()
    return model
