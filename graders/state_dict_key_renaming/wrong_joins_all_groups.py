"""The groups are put one after the other, as in the note. The template may have text between them, or another order.

fails: matching_names_are_rewritten
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    renamed = OrderedDict()
    for name, tensor in state_dict.items():
        match = re.fullmatch(pattern, name)
        new = "".join(match.groups()) if match else name
        if new in renamed:
            raise KeyError(new)
        renamed[new] = tensor
    return renamed
