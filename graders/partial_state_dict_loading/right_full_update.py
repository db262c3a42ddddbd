"""The note's way, repaired: the model's own dict, updated with what fits, then a strict load."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from torch import Tensor, nn

PREDICT_1 = "RuntimeError"
PREDICT_2 = (0, "<All keys matched successfully>")


class LoadReport(NamedTuple):
    loaded: list[str]
    missing: list[str]
    unexpected: list[str]
    mismatched: list[str]


def same_shape(mine: Tensor, theirs: Tensor) -> bool:
    return np.shape(mine) == np.shape(theirs)


def load_matching(model: nn.Module, pretrained: Mapping[str, Tensor]) -> LoadReport:
    model_dict = model.state_dict()
    names = set(model_dict)
    report = LoadReport([], sorted(names - set(pretrained)), [], [])
    for name, tensor in sorted(pretrained.items()):
        if name not in names:
            report.unexpected.append(name)
        elif not same_shape(model_dict[name], tensor):
            report.mismatched.append(name)
        else:
            report.loaded.append(name)
    model_dict.update({name: pretrained[name] for name in report.loaded})
    model.load_state_dict(model_dict, strict=True)
    return report
