"""A layer that is to be dropped is still there, because it stands before the cut.

fails: dropped_layers_are_in_neither_part
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    layers = [(name, layer) for name, layer in model.named_children()]
    if cut in drop:
        raise ValueError(cut)
    place = [name for name, _ in layers].index(cut) + 1
    head = OrderedDict((name, layer) for name, layer in layers[place:] if name not in drop)
    return nn.Sequential(OrderedDict(layers[:place])), nn.Sequential(head)
