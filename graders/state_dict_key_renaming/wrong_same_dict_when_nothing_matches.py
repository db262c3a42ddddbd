"""Where nothing matches, the caller's own dict comes back, and a change in the result changes the checkpoint.

fails: the_state_dict_is_left_alone
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    if not any(re.fullmatch(pattern, name) for name in state_dict):
        return state_dict
    renamed = OrderedDict()
    for name, tensor in state_dict.items():
        match = re.fullmatch(pattern, name)
        new = match.expand(repl) if match else name
        if new in renamed:
            raise KeyError(new)
        renamed[new] = tensor
    return renamed
