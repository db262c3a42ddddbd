"""A name that the template leaves as it is counts as taken, by itself.

fails: a_name_may_be_used_again
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    renamed = OrderedDict()
    for name, tensor in state_dict.items():
        match = re.fullmatch(pattern, name)
        new = match.expand(repl) if match else name
        if new in renamed or (match and new in state_dict):
            raise KeyError(new)
        renamed[new] = tensor
    return renamed
