"""A name with another shape is reported as missing and as unexpected at once.
Both sides know the name: that is a third kind of failure, and it is repaired in another way.

fails: the_report_has_each_name_once
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
            own[name].copy_(pretrained[name])
    return LoadReport(
        loaded=sorted(matching),
        missing=sorted(own.keys() - matching),
        unexpected=sorted(pretrained.keys() - matching),
        mismatched=[],
    )
