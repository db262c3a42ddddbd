"""Pretrained weights: put a new last layer on a network that has learned something else.

Read the lesson `pretrained_weights`, then complete the function and write down your predictions.
"""

import torch
from torch import nn

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of a bool and a string.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A tuple of two tuples of two numbers.
PREDICT_2 = ...


def replace_head(model: nn.Module, num_classes: int, freeze: bool = True) -> nn.Module:
    """Give a classifier a new last layer, and freeze the others if asked to.

    model: has a last layer `model.fc`, an nn.Linear with or without bias, of any dtype and on any device, also "meta".
        Changed in place: only `fc`, and which parameters require a gradient.
    num_classes: the number of outputs of the new `fc`, 1 or more. Everything else about it is as it was, except its
        values, which are new.
    freeze: whether the parameters outside `fc` stop requiring a gradient. Otherwise they stay as they are. Those of
        the new `fc` always require one.
    Returns `model`.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.Linear.html
    """
    # TODO: freeze, build a new layer from what the old one tells, put it in.
    raise NotImplementedError
