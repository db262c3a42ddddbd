"""The model stays as it was: no value has reached its tensors.
`state_dict()` builds a new dict on every call, so putting other tensors into that dict is not loading.

fails: every_matching_tensor_is_copied
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
    own.update({name: pretrained[name] for name in matching})
    return LoadReport(
        loaded=sorted(matching),
        missing=sorted(own.keys() - pretrained.keys()),
        unexpected=sorted(pretrained.keys() - own.keys()),
        mismatched=sorted(common - matching),
    )
