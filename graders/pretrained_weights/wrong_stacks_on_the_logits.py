"""The new layer stands behind the old one and sees its 7 answers, not the features before them. The names in the state dict are others, too.

fails: fc_is_a_new_linear_layer
"""

from torch import nn

PREDICT_1 = (True, "UserWarning")
PREDICT_2 = ((1, 5), (5, 8))


def replace_head(model: nn.Module, num_classes: int, freeze: bool = True) -> nn.Module:
    if freeze:
        model.requires_grad_(False)
    old = model.fc
    new = nn.Linear(old.out_features, num_classes, device=old.weight.device, dtype=old.weight.dtype)
    model.fc = nn.Sequential(old, new)
    return model
