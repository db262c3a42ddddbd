"""One pass; after the cut the layers go into the other Sequential."""

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    features, head = nn.Sequential(), nn.Sequential()
    target = features
    for name, layer in model.named_children():
        if name in drop:
            continue
        target.add_module(name, layer)
        if name == cut:
            target = head
    if target is features:
        raise ValueError(f"no layer {cut!r} to cut at")
    return features, head
