"""The renamed entries stand before all others. They belong where they were.

fails: the_order_is_kept
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    matches = {name: re.fullmatch(pattern, name) for name in state_dict}
    renamed = OrderedDict()
    for name in sorted(state_dict, key=lambda name: matches[name] is None):
        match = matches[name]
        new = match.expand(repl) if match else name
        if new in renamed:
            raise KeyError(new)
        renamed[new] = state_dict[name]
    return renamed
