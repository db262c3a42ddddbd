"""The new name is the first group of the match, and the rest of the template is left out.

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
        new = match.group(1) if match else name
        if new in renamed:
            raise KeyError(new)
        renamed[new] = tensor
    return renamed
