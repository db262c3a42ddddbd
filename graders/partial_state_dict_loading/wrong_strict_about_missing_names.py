"""Loading stops because the model has names that the checkpoint lacks.
A strict load wants the same names on both sides, which a partial checkpoint cannot offer.

fails: names_on_one_side_only_are_skipped
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
    model.load_state_dict({name: pretrained[name] for name in matching})
    return LoadReport(
        loaded=sorted(matching),
        missing=sorted(own.keys() - pretrained.keys()),
        unexpected=sorted(pretrained.keys() - own.keys()),
        mismatched=sorted(common - matching),
    )
