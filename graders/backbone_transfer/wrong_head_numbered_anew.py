"""The features have their names, and the head has numbers. It is to be loaded from the same file.

fails: the_checkpoint_still_fits
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    layers = [(name, layer) for name, layer in model.named_children() if name not in drop]
    place = [name for name, _ in layers].index(cut) + 1
    return nn.Sequential(OrderedDict(layers[:place])), nn.Sequential(*[layer for _, layer in layers[place:]])
