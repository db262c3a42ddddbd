"""A cut that is not there gives features without layers, and a typing error goes unnoticed.

fails: a_cut_that_is_not_there_raises
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    layers = [(name, layer) for name, layer in model.named_children() if name not in drop]
    if cut in drop:
        raise ValueError(cut)
    names = [name for name, _ in layers]
    place = names.index(cut) + 1 if cut in names else 0
    return nn.Sequential(OrderedDict(layers[:place])), nn.Sequential(OrderedDict(layers[place:]))
