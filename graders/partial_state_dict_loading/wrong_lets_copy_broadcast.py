"""A tensor of another shape is repeated until it fills the parameter, because copying broadcasts.
A value that was learned for one place is then used everywhere.

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
    matching = set()
    with torch.no_grad():
        for name in common:
            try:
                own[name].copy_(pretrained[name])
                matching.add(name)
            except RuntimeError:
                continue
    return LoadReport(
        loaded=sorted(matching),
        missing=sorted(own.keys() - pretrained.keys()),
        unexpected=sorted(pretrained.keys() - own.keys()),
        mismatched=sorted(common - matching),
    )
