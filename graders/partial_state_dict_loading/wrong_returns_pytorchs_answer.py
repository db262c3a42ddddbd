"""What comes back is PyTorch's own answer, which knows missing and unexpected names and nothing else.
It cannot say what was loaded, nor which shapes disagreed.

fails: the_report_has_each_name_once
"""

from collections.abc import Mapping
from typing import NamedTuple

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
    return model.load_state_dict({name: pretrained[name] for name in matching}, strict=False)
