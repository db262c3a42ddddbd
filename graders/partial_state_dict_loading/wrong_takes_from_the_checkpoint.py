"""The checkpoint has lost the names that did not fit.
It belongs to the caller, who may load it into a second model.

fails: the_checkpoint_is_left_alone
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
    missing = sorted(own.keys() - pretrained.keys())
    unexpected = sorted(pretrained.keys() - own.keys())
    for name in [*unexpected, *(common - matching)]:
        pretrained.pop(name)
    return LoadReport(
        loaded=sorted(matching),
        missing=missing,
        unexpected=unexpected,
        mismatched=sorted(common - matching),
    )
