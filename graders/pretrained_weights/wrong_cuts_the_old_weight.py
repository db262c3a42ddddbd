"""The old weight was cut to fewer rows. There are no more rows than the old layer had, and those that are there know other classes.

fails: fc_is_a_new_linear_layer
"""

from torch import nn

PREDICT_1 = (True, "UserWarning")
PREDICT_2 = ((1, 5), (5, 8))


def replace_head(model: nn.Module, num_classes: int, freeze: bool = True) -> nn.Module:
    if freeze:
        model.requires_grad_(False)
    old = model.fc
    old.weight = nn.Parameter(old.weight[:num_classes].detach().clone())
    if old.bias is not None:
        old.bias = nn.Parameter(old.bias[:num_classes].detach().clone())
    old.out_features = num_classes
    return model
