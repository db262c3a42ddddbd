"""Only the first layers are frozen, and some behind them are not.

fails: only_the_head_is_trainable
"""

from torch import nn

PREDICT_1 = (True, "UserWarning")
PREDICT_2 = ((1, 5), (5, 8))


def replace_head(model: nn.Module, num_classes: int, freeze: bool = True) -> nn.Module:
    old = model.fc
    if freeze:
        next(next(model.children()).children()).requires_grad_(False)
    model.fc = nn.Linear(
        old.in_features, num_classes, bias=old.bias is not None, device=old.weight.device, dtype=old.weight.dtype
    )
    return model
