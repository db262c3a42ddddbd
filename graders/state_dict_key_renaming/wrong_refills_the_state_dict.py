"""The caller's own state dict was renamed. Whoever needs the checkpoint again, for another model perhaps, no longer has it.

fails: the_state_dict_is_left_alone
"""

import re

PREDICT_1 = ["features.denselayer12.conv2.weight", "features.norm.1.weight"]
PREDICT_2 = "backbone.wbackbone."


def rename_keys(state_dict, pattern, repl):
    entries = list(state_dict.items())
    names = [m.expand(repl) if (m := re.fullmatch(pattern, name)) else name for name, _ in entries]
    if len(set(names)) != len(names):
        raise KeyError("names collide")
    state_dict.clear()
    for name, (_, tensor) in zip(names, entries):
        state_dict[name] = tensor
    return state_dict
