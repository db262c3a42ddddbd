"""The layers are in ModuleLists, which hold them and do not run them.

fails: two_sequentials_come_back
"""

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    layers = [(name, layer) for name, layer in model.named_children() if name not in drop]
    place = [name for name, _ in layers].index(cut) + 1
    modules = [layer for _, layer in layers]
    return nn.ModuleList(modules[:place]), nn.ModuleList(modules[place:])
