"""Every character that is no letter, digit or underscore is a token. Only seven marks are set off; # @ - and
others stay in their tokens.

fails: everything_else_stays_in_its_token
"""

import re

PREDICT_1 = ["it", "'", "s", "v3", ".", "14", "ok", "!"]
PREDICT_2 = (["a", "b", "C"], ["a", "", "b\tC"])


def basic_english(line: str) -> list[str]:
    line = line.lower().replace('"', "").replace("<br />", " ")
    line = re.sub("[;:]", " ", line)
    return re.findall(r"\w+|[^\w\s]", line)
