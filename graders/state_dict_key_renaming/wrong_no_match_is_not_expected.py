"""A name that does not match is not expected: there is no match then, and nothing to fill the template from.

fails: other_names_stay
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    renamed = OrderedDict()
    for name, tensor in state_dict.items():
        new = re.fullmatch(pattern, name).expand(repl)
        if new in renamed:
            raise KeyError(new)
        renamed[new] = tensor
    return renamed
