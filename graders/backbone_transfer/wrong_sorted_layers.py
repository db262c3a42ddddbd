"""The layers are sorted by name. They run in the order in which the model has them.

fails: the_halves_compute_what_the_model_does
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    layers = [
        (name, layer) for name, layer in sorted(model.named_children(), key=lambda pair: pair[0]) if name not in drop
    ]
    place = [name for name, _ in layers].index(cut) + 1
    return nn.Sequential(OrderedDict(layers[:place])), nn.Sequential(OrderedDict(layers[place:]))
