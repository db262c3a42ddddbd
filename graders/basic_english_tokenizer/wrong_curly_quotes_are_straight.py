"""A curly apostrophe is made straight, and becomes a token. It stays as it is.

fails: everything_else_stays_in_its_token
"""

import re

PREDICT_1 = ["it", "'", "s", "v3", ".", "14", "ok", "!"]
PREDICT_2 = (["a", "b", "C"], ["a", "", "b\tC"])


def basic_english(line: str) -> list[str]:
    line = line.lower().replace("\u2019", "'").replace('"', "").replace("<br />", " ")
    line = re.sub("[;:]", " ", line)
    line = re.sub("(['.,()!?])", r" \1 ", line)
    return line.split()
