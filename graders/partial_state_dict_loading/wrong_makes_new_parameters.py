"""The model's parameters are new objects: frozen layers can be trained again, and an optimizer that was built before
holds the old ones.
The model keeps its parameters; only the numbers in them change.

fails: the_model_keeps_its_own_tensors
"""

from collections.abc import Mapping
from typing import NamedTuple

import torch
from torch import Tensor, nn

PREDICT_1 = "RuntimeError"
PREDICT_2 = (0, "<All keys matched successfully>")


class LoadReport(NamedTuple):
    loaded: list[str]
    missing: list[str]
    unexpected: list[str]
    mismatched: list[str]


def load_matching(model: nn.Module, pretrained: Mapping[str, Tensor]) -> LoadReport:
    own = model.state_dict()
    common = own.keys() & pretrained.keys()
    matching = {name for name in common if own[name].shape == pretrained[name].shape}
    with torch.no_grad():
        for name in matching:
            module_name, _, tensor_name = name.rpartition(".")
            values = pretrained[name].to(own[name], copy=True)
            is_parameter = name in dict(model.named_parameters())
            setattr(model.get_submodule(module_name), tensor_name, nn.Parameter(values) if is_parameter else values)
    return LoadReport(
        loaded=sorted(matching),
        missing=sorted(own.keys() - pretrained.keys()),
        unexpected=sorted(pretrained.keys() - own.keys()),
        mismatched=sorted(common - matching),
    )
