"""The template is filled in from the first match that re.sub finds in a name that fits. That match may end before the name does.

fails: the_template_is_used_once
"""

import re
from collections import OrderedDict

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    renamed = OrderedDict()
    for name, tensor in state_dict.items():
        new = re.sub(pattern, repl, name, count=1) if re.fullmatch(pattern, name) else name
        if new in renamed:
            raise KeyError(new)
        renamed[new] = tensor
    return renamed
