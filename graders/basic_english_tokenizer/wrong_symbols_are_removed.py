"""Symbols such as # @ % are removed. They stay.

fails: everything_else_stays_in_its_token
"""

import re

PREDICT_1 = ["it", "'", "s", "v3", ".", "14", "ok", "!"]
PREDICT_2 = (["a", "b", "C"], ["a", "", "b\tC"])


def basic_english(line: str) -> list[str]:
    line = line.lower().replace('"', "").replace("<br />", " ")
    line = re.sub("[;:]", " ", line)
    line = re.sub("(['.,()!?])", r" \1 ", line)
    return re.sub("[#@%$&*]", "", line).split()
