"""Leaves out what is dropped, finds the cut among the rest, and builds two Sequentials with names."""

from collections import OrderedDict
from collections.abc import Sequence

from torch import nn

PREDICT_1 = 0


def split_backbone(model: nn.Module, cut: str, drop: Sequence[str] = ("fc",)) -> tuple[nn.Sequential, nn.Sequential]:
    layers = [(name, layer) for name, layer in model.named_children() if name not in drop]
    place = [name for name, _ in layers].index(cut) + 1
    return nn.Sequential(OrderedDict(layers[:place])), nn.Sequential(OrderedDict(layers[place:]))
