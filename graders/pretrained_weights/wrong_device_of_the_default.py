"""The new head is on the default device, wherever the model is.

fails: the_device_stays
"""

from torch import nn

PREDICT_1 = (True, "UserWarning")
PREDICT_2 = ((1, 5), (5, 8))


def replace_head(model: nn.Module, num_classes: int, freeze: bool = True) -> nn.Module:
    if freeze:
        model.requires_grad_(False)
    old = model.fc
    model.fc = nn.Linear(old.in_features, num_classes, bias=old.bias is not None, dtype=old.weight.dtype)
    return model
