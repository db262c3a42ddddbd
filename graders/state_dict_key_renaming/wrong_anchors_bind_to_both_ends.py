"""In `^a|b|c$` the first sign belongs to a and the last to c. Nothing holds b, and a name that begins with a is enough.

fails: a_part_that_matches_is_not_enough
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    renamed = OrderedDict()
    for name, tensor in state_dict.items():
        new = re.sub("^" + pattern + "$", repl, name)
        if new in renamed:
            raise KeyError(new)
        renamed[new] = tensor
    return renamed
