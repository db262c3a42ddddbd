"""Star import, setattr, and a generator that yields the features one by one."""

from torch.nn import *

PREDICT_1 = (["y", "z"], ["a", "b", "c"])
PREDICT_2 = [0.0, 2.0]


class IntermediateLayerGetter(Module):
    def __init__(self, model, return_layers):
        super().__init__()
        missing = set(return_layers)
        names = dict(return_layers)
        for name, child in model.named_children():
            if missing:
                setattr(self, name, child)
            missing -= {name}
        if missing:
            raise ValueError(sorted(missing))
        self.new_name_of = names

    def features(self, x):
        for name, child in self.named_children():
            x = child(x)
            if name in self.new_name_of:
                yield self.new_name_of[name], x

    def forward(self, x):
        return dict(self.features(x))
