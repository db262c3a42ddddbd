"""The line is split at whitespace, and nothing else. Marks have to be tokens of their own.

fails: seven_marks_are_tokens
"""

PREDICT_1 = ["it", "'", "s", "v3", ".", "14", "ok", "!"]
PREDICT_2 = (["a", "b", "C"], ["a", "", "b\tC"])


def basic_english(line: str) -> list[str]:
    return line.lower().split()
