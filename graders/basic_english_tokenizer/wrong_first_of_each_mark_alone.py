"""Of each mark only the first one is set off.

fails: seven_marks_are_tokens
"""

import re

PREDICT_1 = ["it", "'", "s", "v3", ".", "14", "ok", "!"]
PREDICT_2 = (["a", "b", "C"], ["a", "", "b\tC"])


def basic_english(line: str) -> list[str]:
    line = line.lower().replace('"', "").replace("<br />", " ")
    line = re.sub("[;:]", " ", line)
    for mark in "'.,()!?":
        line = line.replace(mark, f" {mark} ", 1)
    return line.split()
