"""The entries were taken out of the caller's state dict, which is empty now.

fails: the_state_dict_is_left_alone
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    renamed = OrderedDict()
    for name in list(state_dict):
        match = re.fullmatch(pattern, name)
        new = match.expand(repl) if match else name
        if new in renamed:
            raise KeyError(new)
        renamed[new] = state_dict.pop(name)
    return renamed
