"""Each part of a name that matches is rewritten, wherever it stands. Other layers have such parts in their names, too.

fails: a_part_that_matches_is_not_enough
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    renamed = OrderedDict()
    for name, tensor in state_dict.items():
        new = re.sub(pattern, repl, name)
        if new in renamed:
            raise KeyError(new)
        renamed[new] = tensor
    return renamed
