"""Characters outside of ASCII are removed. They stay.

fails: letters_become_lower_case
"""

import re

PREDICT_1 = ["it", "'", "s", "v3", ".", "14", "ok", "!"]
PREDICT_2 = (["a", "b", "C"], ["a", "", "b\tC"])


def basic_english(line: str) -> list[str]:
    line = line.lower().encode("ascii", "ignore").decode().replace('"', "").replace("<br />", " ")
    line = re.sub("[;:]", " ", line)
    line = re.sub("(['.,()!?])", r" \1 ", line)
    return line.split()
