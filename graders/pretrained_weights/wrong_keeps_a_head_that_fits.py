"""With as many classes as before the old head stays. Its classes are others, so its weights are of no use.

fails: the_head_begins_anew
"""

from torch import nn

PREDICT_1 = (True, "UserWarning")
PREDICT_2 = ((1, 5), (5, 8))


def replace_head(model: nn.Module, num_classes: int, freeze: bool = True) -> nn.Module:
    if freeze:
        model.requires_grad_(False)
    if model.fc.out_features == num_classes:
        model.fc.requires_grad_(True)
        return model
    old = model.fc
    model.fc = nn.Linear(
        old.in_features, num_classes, bias=old.bias is not None, device=old.weight.device, dtype=old.weight.dtype
    )
    return model
