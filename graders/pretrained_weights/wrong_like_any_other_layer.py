"""The new head is like any layer that one makes: with a bias, of the default dtype, on the default device.
The old one tells what it should be like in each of the three.

fails: no_bias_stays_no_bias
"""

from torch import nn

PREDICT_1 = (True, "UserWarning")
PREDICT_2 = ((1, 5), (5, 8))


def replace_head(model: nn.Module, num_classes: int, freeze: bool = True) -> nn.Module:
    if freeze:
        model.requires_grad_(False)
    model.fc = nn.Linear(model.fc.in_features, num_classes)
    return model
