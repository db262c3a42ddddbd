"""The new head has the default dtype. A body of another one hands it numbers that it cannot multiply.

fails: the_dtype_stays
"""

from torch import nn

PREDICT_1 = (True, "UserWarning")
PREDICT_2 = ((1, 5), (5, 8))


def replace_head(model: nn.Module, num_classes: int, freeze: bool = True) -> nn.Module:
    if freeze:
        model.requires_grad_(False)
    old = model.fc
    model.fc = nn.Linear(old.in_features, num_classes, bias=old.bias is not None, device=old.weight.device)
    return model
