"""re.sub with anchors around the pattern, at most once."""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    rule = re.compile(rf"\A(?:{pattern})\Z")
    renamed = {}
    for key in state_dict:
        new = rule.sub(repl, key, count=1)
        if new in renamed:
            raise KeyError(new)
        renamed[new] = state_dict[key]
    return OrderedDict(renamed)
