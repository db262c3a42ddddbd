"""The function uses a class of Python's library.
A defaultdict calls a function for each new key, and in TorchScript a function is no value.

fails: the_compiler_takes_it
"""

from collections import defaultdict

PREDICT_1 = "not a list"
PREDICT_2 = ["DeprecationWarning"]


def token_counts(tokens: list[str], min_count: int) -> tuple[dict[str, int], str | None]:
    counts = defaultdict(int)
    for token in tokens:
        counts[token] += 1
    kept: dict[str, int] = {}
    best: str | None = None
    for token, count in counts.items():
        if count >= min_count:
            kept[token] = count
            if best is None or count > counts[best]:
                best = token
    return kept, best
