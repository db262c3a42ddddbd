"""Every letter is a token. (In a regular expression a bare point is any character.)

fails: words_are_separated_by_whitespace
"""

import re

PREDICT_1 = ["it", "'", "s", "v3", ".", "14", "ok", "!"]
PREDICT_2 = (["a", "b", "C"], ["a", "", "b\tC"])


def basic_english(line: str) -> list[str]:
    line = line.lower().replace('"', "").replace("<br />", " ")
    line = re.sub("[;:]", " ", line)
    line = re.sub("(['.,()!?])", r" \1 ", line)
    return list("".join(line.split()))
