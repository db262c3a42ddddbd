"""One name at a time: a slice before it, a slice behind it, and the two put together with their names."""

from collections import OrderedDict
from itertools import chain

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model, *names):
    if not names:
        return model[:]
    first, *others = names
    positions = {name: place for place, name in enumerate(model._modules)}
    place = positions[first]
    before, behind = model[:place], model[place + 1 :]
    joined = OrderedDict(chain(before._modules.items(), behind._modules.items()))
    return without(nn.Sequential(joined), *others)
