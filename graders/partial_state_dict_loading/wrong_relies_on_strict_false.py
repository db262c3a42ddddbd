"""Loading stops at a tensor of another size, because `strict=False` forgives only names that do not match.
What cannot be copied has to be taken out before loading.

fails: tensors_of_another_size_are_skipped
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
    answer = model.load_state_dict(pretrained, strict=False)
    return LoadReport(
        loaded=sorted(matching),
        missing=sorted(answer.missing_keys),
        unexpected=sorted(answer.unexpected_keys),
        mismatched=sorted(common - matching),
    )
