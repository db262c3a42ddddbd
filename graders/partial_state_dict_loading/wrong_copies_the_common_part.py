"""Of a tensor with another size, the part that fits is copied.
Row 3 of a head with nine classes need not be the class of row 3 in a head with five, so such a mixture means nothing.

fails: tensors_of_another_size_are_skipped
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
        for name in common:
            mine, theirs = own[name], pretrained[name]
            if mine.dim() == theirs.dim():
                overlap = tuple(slice(min(sizes)) for sizes in zip(mine.shape, theirs.shape, strict=True))
                mine[overlap].copy_(theirs[overlap])
    return LoadReport(
        loaded=sorted(matching),
        missing=sorted(own.keys() - pretrained.keys()),
        unexpected=sorted(pretrained.keys() - own.keys()),
        mismatched=sorted(common - matching),
    )
