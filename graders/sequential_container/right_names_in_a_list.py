"""Keeps a list of names and asks getattr; setattr does the registration, islice the look-up."""

import collections
import itertools

from torch import nn

PREDICT_1 = (3, 2, 4)


class MiniSequential(nn.Module):
    def __init__(self, *modules):
        super().__init__()
        self.order = []
        pairs = list(enumerate(modules))
        if len(pairs) == 1 and isinstance(modules[0], collections.OrderedDict):
            pairs = list(modules[0].items())
        for name, module in pairs:
            if not isinstance(module, nn.Module):
                raise TypeError(f"{module!r} is not a module")
            setattr(self, f"{name}", module)
            self.order.append(f"{name}")

    def __len__(self):
        count = 0
        for _ in self.order:
            count += 1
        return count

    def __iter__(self):
        for name in self.order:
            yield getattr(self, name)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return type(self)(collections.OrderedDict((name, getattr(self, name)) for name in self.order[index]))
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(f"there is no module {index}")
        return next(itertools.islice(self, index, None))

    def forward(self, x):
        i = 0
        while i < len(self):
            x = self[i](x)
            i += 1
        return x
