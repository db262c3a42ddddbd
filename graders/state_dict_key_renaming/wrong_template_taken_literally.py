"""The template is taken as it stands, so the new name has a backslash and a number in it.
Its groups have to be filled in from the match.

fails: matching_names_are_rewritten
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    renamed = OrderedDict()
    for name, tensor in state_dict.items():
        new = repl if re.fullmatch(pattern, name) else name
        if new in renamed:
            raise KeyError(new)
        renamed[new] = tensor
    return renamed
