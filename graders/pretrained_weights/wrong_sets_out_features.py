"""Only the attribute out_features has changed. It is a note of the constructor's; the size is that of the weight.

fails: fc_is_a_new_linear_layer
"""

from torch import nn

PREDICT_1 = (True, "UserWarning")
PREDICT_2 = ((1, 5), (5, 8))


def replace_head(model: nn.Module, num_classes: int, freeze: bool = True) -> nn.Module:
    if freeze:
        model.requires_grad_(False)
    model.fc.out_features = num_classes
    model.fc.requires_grad_(True)
    return model
