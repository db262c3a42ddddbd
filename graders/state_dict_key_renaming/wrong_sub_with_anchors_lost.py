"""The template is used for every match inside a name that fits, the empty one at its end included.

fails: the_template_is_used_once
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    renamed = OrderedDict()
    for name, tensor in state_dict.items():
        new = re.sub(pattern, repl, name) if re.fullmatch(pattern, name) else name
        if new in renamed:
            raise KeyError(new)
        renamed[new] = tensor
    return renamed
