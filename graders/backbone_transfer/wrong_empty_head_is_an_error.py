"""A cut at the last layer raises an error. The head is empty then, and passes on what it gets.

fails: the_head_may_be_empty
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    layers = [(name, layer) for name, layer in model.named_children() if name not in drop]
    place = [name for name, _ in layers].index(cut) + 1
    if not layers[place:]:
        raise ValueError("nothing is left for the head")
    return nn.Sequential(OrderedDict(layers[:place])), nn.Sequential(OrderedDict(layers[place:]))
