"""A name in drop that the model does not have raises an error. There is nothing to leave out then.

fails: dropped_layers_are_in_neither_part
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    own = dict(model.named_children())
    for name in drop:
        del own[name]
    layers = list(own.items())
    place = [name for name, _ in layers].index(cut) + 1
    return nn.Sequential(OrderedDict(layers[:place])), nn.Sequential(OrderedDict(layers[place:]))
