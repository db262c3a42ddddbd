"""The blocks were taken apart into single layers, and the additions inside them are lost.

fails: the_halves_compute_what_the_model_does
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    def leaves(pairs):
        return OrderedDict(
            (f"{name}.{inner}".strip(".").replace(".", "_"), module)
            for name, layer in pairs
            for inner, module in layer.named_modules()
            if not list(module.children())
        )

    layers = [(name, layer) for name, layer in model.named_children() if name not in drop]
    place = [name for name, _ in layers].index(cut) + 1
    return nn.Sequential(leaves(layers[:place])), nn.Sequential(leaves(layers[place:]))
