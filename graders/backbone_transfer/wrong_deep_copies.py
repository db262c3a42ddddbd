"""The parts are made of copies. Weights that are loaded into the model later do not reach them.

fails: the_layers_are_shared
"""

import copy
from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    layers = [(name, copy.deepcopy(layer)) for name, layer in model.named_children() if name not in drop]
    place = [name for name, _ in layers].index(cut) + 1
    return nn.Sequential(OrderedDict(layers[:place])), nn.Sequential(OrderedDict(layers[place:]))
