"""The pattern is looked for as plain text. It is a regular expression, and stands for many texts.

fails: matching_names_are_rewritten
"""

from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    renamed = OrderedDict()
    for name, tensor in state_dict.items():
        new = name.replace(pattern, repl)
        if new in renamed:
            raise KeyError(new)
        renamed[new] = tensor
    return renamed
