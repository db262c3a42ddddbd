"""All tags are removed. Only <br /> is.

fails: line_breaks_of_html_separate
"""

import re

PREDICT_1 = ["it", "'", "s", "v3", ".", "14", "ok", "!"]
PREDICT_2 = (["a", "b", "C"], ["a", "", "b\tC"])


def basic_english(line: str) -> list[str]:
    line = re.sub("<[^>]*>", " ", line.lower()).replace('"', "")
    line = re.sub("[;:]", " ", line)
    line = re.sub("(['.,()!?])", r" \1 ", line)
    return line.split()
