"""Counts how often each new name is there; a copy of the dict is renamed with pop."""

import re
from collections import Counter, OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    new_names = {}
    for key in state_dict:
        match = re.compile(pattern).fullmatch(key)
        new_names[key] = key if match is None else match.expand(repl)
    twice = [n for n, count in Counter(new_names.values()).items() if count > 1]
    if twice:
        raise KeyError(", ".join(twice))
    rest = dict(state_dict)
    result = OrderedDict()
    while rest:
        key = next(iter(rest))
        result[new_names[key]] = rest.pop(key)
    return result
