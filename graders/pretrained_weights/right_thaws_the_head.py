"""Puts the new head in first, freezes by name, and moves the layer where it belongs afterwards."""

from torch import nn

PREDICT_1 = (True, "UserWarning")
PREDICT_2 = ((1, 5), (5, 8))


def replace_head(model: nn.Module, num_classes: int, freeze: bool = True) -> nn.Module:
    head = nn.Linear(model.fc.in_features, num_classes, model.fc.bias is not None)
    model.fc = head.to(model.fc.weight)
    for name, parameter in model.named_parameters():
        if freeze and not name.startswith("fc."):
            parameter.requires_grad = False
    return model
