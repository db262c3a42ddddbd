"""The body was replaced by a copy of itself. Whoever holds one of its layers, for a hook perhaps, holds the wrong one.

fails: the_body_keeps_its_values_and_names
"""

import copy

from torch import nn

PREDICT_1 = (True, "UserWarning")
PREDICT_2 = ((1, 5), (5, 8))


def replace_head(model: nn.Module, num_classes: int, freeze: bool = True) -> nn.Module:
    if freeze:
        model.requires_grad_(False)
    old = model.fc
    model.fc = nn.Linear(
        old.in_features, num_classes, bias=old.bias is not None, device=old.weight.device, dtype=old.weight.dtype
    )
    model.body = copy.deepcopy(model.body)
    return model
