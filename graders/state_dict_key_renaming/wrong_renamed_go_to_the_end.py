"""The renamed entries stand behind all others. They belong where they were.

fails: the_order_is_kept
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    renamed = OrderedDict((k, v) for k, v in state_dict.items() if not re.fullmatch(pattern, k))
    for name, tensor in state_dict.items():
        match = re.fullmatch(pattern, name)
        if not match:
            continue
        new = match.expand(repl)
        if new in renamed:
            raise KeyError(new)
        renamed[new] = tensor
    return renamed
