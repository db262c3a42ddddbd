"""The beginning of a name is rewritten when it matches, and what follows is kept. The whole name has to match.

fails: a_part_that_matches_is_not_enough
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    renamed = OrderedDict()
    for name, tensor in state_dict.items():
        new = re.sub(f"^(?:{pattern})", repl, name)
        if new in renamed:
            raise KeyError(new)
        renamed[new] = tensor
    return renamed
