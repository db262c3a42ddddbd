"""A name that does not match raises an error. Most checkpoints have names that are fine as they are.

fails: other_names_stay
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    renamed = OrderedDict()
    for name, tensor in state_dict.items():
        match = re.fullmatch(pattern, name)
        if not match:
            raise KeyError(name)
        new = match.expand(repl)
        if new in renamed:
            raise KeyError(new)
        renamed[new] = tensor
    return renamed
