"""Puts new heads on small classifiers, and looks at the layer, the gradients and the rest of the model."""

from collections import OrderedDict
from typing import Any

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations


class Classifier(nn.Module):
    """A body, a flattening that no layer does, and a head called fc."""

    def __init__(self, bias: bool, classes: int) -> None:
        super().__init__()
        layers = OrderedDict[str, nn.Module](conv=nn.Conv1d(2, 3, 2), norm=nn.BatchNorm1d(3), act=nn.ReLU())
        self.body = nn.Sequential(layers)
        self.fc = nn.Linear(6, classes, bias=bias)
        self.register_buffer("calls", torch.zeros((), dtype=torch.int64))

    def forward(self, x: Tensor) -> Any:
        return self.fc(self.body(x).flatten(1))


def classifier(case: Case) -> nn.Module:
    """A seeded classifier, where the case's tensor is."""
    model = Classifier(case.bias, case.classes)
    for name in case.frozen:
        model.get_submodule(name).requires_grad_(False)
    return model.to(case.like[0].device if case.device == "here" else case.device, case.like[0].dtype)


def replaced(hand_in: HandIn, case: Case, model: nn.Module) -> Any:
    options = {} if case.freeze is None else {"freeze": case.freeze}
    return hand_in.replace_head(model, case.num_classes, **options)


def returned(hand_in: HandIn, case: Case) -> Observations:
    """What comes back."""
    model = classifier(case)
    result = replaced(hand_in, case, model)
    return {"the model itself is returned": result is model, "kind of the result": type(result).__name__}


def head(hand_in: HandIn, case: Case) -> Observations:
    """The layer that the caller's model has as its head, and its parameters."""
    model = classifier(case)
    replaced(hand_in, case, model)
    parameters = {name: parameter.detach() for name, parameter in model.fc.named_parameters()}
    return {
        "kind of fc": type(model.fc).__name__,
        "features of fc": [getattr(model.fc, name, None) for name in ("in_features", "out_features")],
        **{f"shape of fc.{name}": tuple(parameter.shape) for name, parameter in parameters.items()},
        "dtypes in fc": {name: parameter.dtype for name, parameter in parameters.items()},
        "devices in fc": {name: parameter.device.type for name, parameter in parameters.items()},
    }


def trainable(hand_in: HandIn, case: Case) -> Observations:
    """Which parameters require a gradient."""
    model = classifier(case)
    replaced(hand_in, case, model)
    names = [name for name, parameter in model.named_parameters() if parameter.requires_grad]
    return {"parameters that require a gradient": ", ".join(names) or "none"}


def values(hand_in: HandIn, case: Case) -> Observations:
    """What is left of the old model: the body should be, and the head should not."""
    model = classifier(case)
    before = {name: tensor.detach().clone() for name, tensor in model.state_dict().items()}
    objects = {name: module for name, module in model.named_modules() if name.startswith("body")}
    old = model.fc
    replaced(hand_in, case, model)
    after = model.state_dict()
    body = [name for name in before if not name.startswith("fc")]
    weight = after.get("fc.weight", torch.zeros(0))
    rows = min(len(weight), len(before["fc.weight"]))
    kept = weight.dim() == 2 and torch.equal(weight[:rows].cpu(), before["fc.weight"][:rows].cpu())
    replaced_modules = [name for name, module in objects.items() if dict(model.named_modules()).get(name) is not module]
    return {
        "names in the state dict": ", ".join(after),
        "tensors of the body that changed": [n for n in body if n not in after or not torch.equal(after[n], before[n])],
        "modules of the body that were replaced": replaced_modules,
        "modules that are in eval mode": [name for name, module in model.named_modules() if not module.training],
        "fc is the old layer": model.fc is old,
        "fc has old weights": kept,
    }
