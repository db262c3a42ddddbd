"""Renamed entries are compared with one another, and not with those that keep their names.

fails: two_entries_with_one_name_raise
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    new = [m.expand(repl) for name in state_dict if (m := re.fullmatch(pattern, name))]
    if len(set(new)) != len(new):
        raise KeyError("names collide")
    renamed = OrderedDict()
    for name, tensor in state_dict.items():
        match = re.fullmatch(pattern, name)
        renamed[match.expand(repl) if match else name] = tensor
    return renamed
