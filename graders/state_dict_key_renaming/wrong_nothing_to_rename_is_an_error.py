"""A state dict without names raises an error. There is nothing to rename in it, and the result is empty too.

fails: other_names_stay
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    if not state_dict:
        raise KeyError("no names")
    renamed = OrderedDict()
    for name, tensor in state_dict.items():
        match = re.fullmatch(pattern, name)
        new = match.expand(repl) if match else name
        if new in renamed:
            raise KeyError(new)
        renamed[new] = tensor
    return renamed
