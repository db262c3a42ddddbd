"""The names in the parts have a word in front, so the names in the file no longer fit.

fails: the_checkpoint_still_fits
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    layers = [(name, layer) for name, layer in model.named_children() if name not in drop]
    place = [name for name, _ in layers].index(cut) + 1
    first = OrderedDict((f"features_{name}", layer) for name, layer in layers[:place])
    return nn.Sequential(first), nn.Sequential(OrderedDict((f"head_{name}", layer) for name, layer in layers[place:]))
