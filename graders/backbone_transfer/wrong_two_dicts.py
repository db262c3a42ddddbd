"""Two dicts of layers come back. They have names and an order, but nothing that can be called or moved to a device.

fails: two_sequentials_come_back
"""

from collections import OrderedDict

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    layers = [(name, layer) for name, layer in model.named_children() if name not in drop]
    place = [name for name, _ in layers].index(cut) + 1
    return OrderedDict(layers[:place]), OrderedDict(layers[place:])
