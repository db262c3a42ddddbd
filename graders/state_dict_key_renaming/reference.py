"""Builds a new dict, entry by entry, and asks of each name whether it is taken."""

import re
from collections import OrderedDict
from collections.abc import Mapping

from torch import Tensor

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict: Mapping[str, Tensor], pattern: str, repl: str) -> OrderedDict[str, Tensor]:
    renamed: OrderedDict[str, Tensor] = OrderedDict()
    for name, tensor in state_dict.items():
        match = re.fullmatch(pattern, name)
        new = match.expand(repl) if match else name
        if new in renamed:
            raise KeyError(f"two entries would be called {new}")
        renamed[new] = tensor
    return renamed
