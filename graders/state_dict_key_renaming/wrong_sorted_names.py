"""The entries are sorted by name. The order of a state dict is that of the layers.

fails: the_order_is_kept
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    renamed = OrderedDict()
    for name, tensor in state_dict.items():
        match = re.fullmatch(pattern, name)
        new = match.expand(repl) if match else name
        if new in renamed:
            raise KeyError(new)
        renamed[new] = tensor
    return OrderedDict(sorted(renamed.items()))
