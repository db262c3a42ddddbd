"""Builds the layer on the default device, for every parameter outside it a flag."""

from torch import nn

PREDICT_1 = (True, "UserWarning")
PREDICT_2 = ((1, 5), (5, 8))


def replace_head(model: nn.Module, num_classes: int, freeze: bool = True) -> nn.Module:
    size, wanted = model.fc.weight.size(1), dict(dtype=model.fc.weight.dtype, device=model.fc.weight.device)
    bias = model.fc.bias is not None
    setattr(model, "fc", type(model.fc)(size, num_classes, bias, **wanted))
    own = {id(p) for p in model.fc.parameters()}
    for p in model.parameters():
        p.requires_grad_(id(p) in own or (p.requires_grad and not freeze))
    return model
