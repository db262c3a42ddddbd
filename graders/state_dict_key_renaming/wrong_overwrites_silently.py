"""Two entries have one name, and only the later tensor is left. Nobody hears of the other.

fails: two_entries_with_one_name_raise
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    renamed = OrderedDict()
    for name, tensor in state_dict.items():
        match = re.fullmatch(pattern, name)
        renamed[match.expand(repl) if match else name] = tensor
    return renamed
