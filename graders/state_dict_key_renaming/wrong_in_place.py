"""The state dict was renamed in place: each new name is at its end, and the caller no longer has the checkpoint.
A new dict keeps the order, and leaves the old one alone.

fails: the_order_is_kept
"""

import re

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    for name in list(state_dict):
        match = re.fullmatch(pattern, name)
        if match:
            tensor = state_dict.pop(name)
            state_dict[match.expand(repl)] = tensor
    return state_dict
