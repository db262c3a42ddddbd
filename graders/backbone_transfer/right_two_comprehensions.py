"""The place of each layer decides to which part it belongs."""

from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    places = {name: place for place, (name, _) in enumerate(model.named_children()) if name not in set(drop)}
    if cut not in places:
        raise ValueError(f"{cut} is not one of {list(places)}")
    parts = [
        OrderedDict((name, getattr(model, name)) for name in places if (places[name] > places[cut]) == is_head)
        for is_head in (False, True)
    ]
    return tuple(map(nn.Sequential, parts))
