"""Of the new head only the weight is trainable. Its bias is new as well.

fails: only_the_head_is_trainable
"""

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
    if freeze and model.fc.bias is not None:
        model.fc.bias.requires_grad_(False)
    return model
