"""The new layer begins with the weights of the old one, which know other classes.

fails: the_head_begins_anew
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
    if model.fc.weight.shape == old.weight.shape:
        model.fc.load_state_dict(old.state_dict())
    return model
