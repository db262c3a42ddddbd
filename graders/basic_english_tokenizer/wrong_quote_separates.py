"""A double quote becomes a space, and separates what stands around it. It leaves no trace.

fails: a_double_quote_leaves_no_trace
"""

import re

PREDICT_1 = ["it", "'", "s", "v3", ".", "14", "ok", "!"]
PREDICT_2 = (["a", "b", "C"], ["a", "", "b\tC"])


def basic_english(line: str) -> list[str]:
    line = line.lower().replace('"', " ").replace("<br />", " ")
    line = re.sub("[;:]", " ", line)
    line = re.sub("(['.,()!?])", r" \1 ", line)
    return line.split()
