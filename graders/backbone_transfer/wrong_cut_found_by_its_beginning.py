"""A part of a name is enough for the cut. What is not exactly there should be an error, and not something similar.

fails: a_cut_that_is_not_there_raises
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    layers = [(name, layer) for name, layer in model.named_children() if name not in drop]
    if cut in drop:
        raise ValueError(cut)
    place = next((p for p, (name, _) in enumerate(layers, 1) if name == cut), 0)
    place = place or next((p for p, (name, _) in enumerate(layers, 1) if cut and name.startswith(cut)), 0)
    if not place:
        raise ValueError(cut)
    return nn.Sequential(OrderedDict(layers[:place])), nn.Sequential(OrderedDict(layers[place:]))
