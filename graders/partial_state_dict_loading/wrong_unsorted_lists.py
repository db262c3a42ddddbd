"""The names are in the right lists, but in the order of the model and the checkpoint.
Sorted lists can be compared, whatever order a checkpoint has.

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
        loaded=[name for name in own if name in matching],
        missing=[name for name in own if name not in pretrained],
        unexpected=[name for name in pretrained if name not in own],
        mismatched=[name for name in own if name in common - matching],
    )
