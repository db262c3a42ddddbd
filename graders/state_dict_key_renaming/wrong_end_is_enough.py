"""A name is rewritten when its end matches, whatever stands in front. The beginning of the name is lost.

fails: a_part_that_matches_is_not_enough
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    renamed = OrderedDict()
    for name, tensor in state_dict.items():
        match = re.search(f"(?:{pattern})$", name)
        new = match.expand(repl) if match else name
        if new in renamed:
            raise KeyError(new)
        renamed[new] = tensor
    return renamed
