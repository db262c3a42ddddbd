"""A mark inside of a word stays there. It separates there, too.

fails: seven_marks_are_tokens
"""

import re

PREDICT_1 = ["it", "'", "s", "v3", ".", "14", "ok", "!"]
PREDICT_2 = (["a", "b", "C"], ["a", "", "b\tC"])


def basic_english(line: str) -> list[str]:
    line = line.lower().replace('"', "").replace("<br />", " ")
    line = re.sub("[;:]", " ", line)
    line = re.sub(r"(?<!\w)(['.,()!?])|(['.,()!?])(?!\w)", r" \1\2 ", line)
    return line.split()
