"""A cut that is not there gives features with every layer and a head with none, and a typing error goes unnoticed.

fails: a_cut_that_is_not_there_raises
"""

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    features, head = nn.Sequential(), nn.Sequential()
    target = features
    kept = [name for name, _ in model.named_children() if name not in drop]
    if cut in drop:
        raise ValueError(cut)
    for name in kept:
        target.add_module(name, getattr(model, name))
        if name == cut:
            target = head
    return features, head
