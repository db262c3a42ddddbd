"""Without freeze everything is trainable, also a layer that the caller had frozen.

fails: without_freeze_the_rest_stays
"""

from torch import nn

PREDICT_1 = (True, "UserWarning")
PREDICT_2 = ((1, 5), (5, 8))


def replace_head(model: nn.Module, num_classes: int, freeze: bool = True) -> nn.Module:
    model.requires_grad_(not freeze)
    old = model.fc
    model.fc = nn.Linear(
        old.in_features, num_classes, bias=old.bias is not None, device=old.weight.device, dtype=old.weight.dtype
    )
    return model
