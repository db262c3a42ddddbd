"""A tensor with the same number of elements is copied into another shape.
The same count is not the same meaning: weights end up between neurons they were not learned for.

fails: shapes_must_be_equal
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
    matching = {name for name in common if own[name].numel() == pretrained[name].numel()}
    with torch.no_grad():
        for name in matching:
            own[name].copy_(pretrained[name].reshape(own[name].shape))
    return LoadReport(
        loaded=sorted(matching),
        missing=sorted(own.keys() - pretrained.keys()),
        unexpected=sorted(pretrained.keys() - own.keys()),
        mismatched=sorted(common - matching),
    )
