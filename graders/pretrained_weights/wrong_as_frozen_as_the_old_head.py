"""The new head is frozen because the old one was. What has learned nothing yet has to be trained.

fails: the_new_head_is_always_trainable
"""

from torch import nn

PREDICT_1 = (True, "UserWarning")
PREDICT_2 = ((1, 5), (5, 8))


def replace_head(model: nn.Module, num_classes: int, freeze: bool = True) -> nn.Module:
    old = model.fc
    was = old.weight.requires_grad
    if freeze:
        model.requires_grad_(False)
    model.fc = nn.Linear(
        old.in_features, num_classes, bias=old.bias is not None, device=old.weight.device, dtype=old.weight.dtype
    )
    model.fc.requires_grad_(was)
    return model
