"""The cut is at a layer that is dropped, so the features do not end with it as they should.

fails: a_cut_that_is_dropped_raises
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    layers = list(model.named_children())
    place = [name for name, _ in layers].index(cut) + 1
    first = OrderedDict((name, layer) for name, layer in layers[:place] if name not in drop)
    rest = OrderedDict((name, layer) for name, layer in layers[place:] if name not in drop)
    return nn.Sequential(first), nn.Sequential(rest)
