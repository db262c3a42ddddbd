"""The function uses a class of Python's library.
The compiler reads the source of such a class, and meets things that its language does not have.

fails: the_compiler_takes_it
"""

from collections import Counter

PREDICT_1 = "not a list"
PREDICT_2 = ["DeprecationWarning"]


def token_counts(tokens: list[str], min_count: int) -> tuple[dict[str, int], str | None]:
    counts = Counter(tokens)
    kept: dict[str, int] = {}
    best: str | None = None
    for token, count in counts.items():
        if count >= min_count:
            kept[token] = count
            if best is None or count > counts[best]:
                best = token
    return kept, best
