"""All names first, a look whether they are as many as before, then a zip."""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    rule = re.compile(pattern)
    names = [m.expand(repl) if (m := rule.fullmatch(k)) else k for k in state_dict]
    if len(set(names)) != len(names):
        raise KeyError("names collide")
    return OrderedDict(zip(names, state_dict.values()))
