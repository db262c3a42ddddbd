"""Backbone transfer: cut a classifier into features and head, with weights that still fit.

Read the lesson `backbone_transfer`, then complete the function and write down your prediction.
"""

from collections import OrderedDict
from collections.abc import Sequence

from torch import nn

# What does the snippet "Predict" of the lesson evaluate to? A number.
PREDICT_1 = ...


def split_backbone(model: nn.Module, cut: str, drop: Sequence[str] = ("fc",)) -> tuple[nn.Sequential, nn.Sequential]:
    """The layers of a model in two parts, without those that are dropped.

    model: any module whose layers, `model.named_children()`, run one after the other. Stays as it is.
    cut: the name of the layer with which the first part ends.
    drop: names of layers that are in neither part, wherever they stand; names that the model lacks do no harm.
    Returns (features, head), two new Sequentials with the model's own layers in its order and under its names:
        everything up to and including `cut`, and everything behind it, which may be nothing.
    Raises ValueError where `cut` is not the name of a layer directly inside the model, or is dropped.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.Sequential.html
    """
    # TODO: find the place of the cut, and build two Sequentials with names.
    raise NotImplementedError
