"""Only words are kept, and the marks are dropped. They are tokens, too.

fails: seven_marks_are_tokens
"""

import re

PREDICT_1 = ["it", "'", "s", "v3", ".", "14", "ok", "!"]
PREDICT_2 = (["a", "b", "C"], ["a", "", "b\tC"])


def basic_english(line: str) -> list[str]:
    return re.findall(r"\w+", line.lower())
