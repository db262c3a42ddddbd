"""The layer at the cut is the first of the head. It belongs to the features, as their last.

fails: the_cut_ends_the_features
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    layers = [(name, layer) for name, layer in model.named_children() if name not in drop]
    place = [name for name, _ in layers].index(cut)
    return nn.Sequential(OrderedDict(layers[:place])), nn.Sequential(OrderedDict(layers[place:]))
