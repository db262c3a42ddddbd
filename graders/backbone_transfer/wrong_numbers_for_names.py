"""The layers are numbered anew, so no name of a checkpoint fits them any more.

fails: the_checkpoint_still_fits
"""

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    layers = [(name, layer) for name, layer in model.named_children() if name not in drop]
    place = [name for name, _ in layers].index(cut) + 1
    modules = [layer for _, layer in layers]
    return nn.Sequential(*modules[:place]), nn.Sequential(*modules[place:])
