"""A ModuleDict that is read by position."""

from collections import OrderedDict
from functools import reduce

import torch.nn as nn

PREDICT_1 = (3, 2, 4)


class MiniSequential(nn.ModuleDict):
    def __init__(self, *modules):
        if [type(module) for module in modules] == [OrderedDict]:
            named = modules[0]
        else:
            named = {str(place): module for place, module in enumerate(modules)}
        super().__init__(named)

    def __iter__(self):
        yield from self.values()

    def __getitem__(self, index):
        if isinstance(index, slice):
            part = OrderedDict()
            for name in list(self.keys())[index]:
                part[name] = getattr(self, name)
            return self.__class__(part)
        return tuple(self.values())[index]

    def forward(self, x):
        return reduce(lambda value, module: module(value), self.values(), x)
