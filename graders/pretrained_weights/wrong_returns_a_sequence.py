"""What is returned is a new container of body and head. It lacks what the forward pass of the model does between them.

fails: the_model_itself_comes_back
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
    return nn.Sequential(*model.children())
