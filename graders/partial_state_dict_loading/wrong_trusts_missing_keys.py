"""The counter is absent from the checkpoint and from the list of missing names.
PyTorch supplies it when a checkpoint looks older than the counter and does not mention it, so PyTorch's own list of
missing names is not complete.

fails: a_counter_that_is_not_there_is_missing
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
    answer = model.load_state_dict({name: pretrained[name] for name in matching}, strict=False)
    return LoadReport(
        loaded=sorted(matching),
        missing=sorted(set(answer.missing_keys) - pretrained.keys()),
        unexpected=sorted(pretrained.keys() - own.keys()),
        mismatched=sorted(common - matching),
    )
