"""A variable begins as a float and becomes an int.
Python compares the two; to the compiler they are two types, and a variable has one.

fails: the_compiler_takes_it
"""

PREDICT_1 = "not a list"
PREDICT_2 = ["DeprecationWarning"]


def token_counts(tokens: list[str], min_count: int) -> tuple[dict[str, int], str | None]:
    counts: dict[str, int] = {}
    for token in tokens:
        counts[token] = counts.get(token, 0) + 1
    kept: dict[str, int] = {}
    best: str | None = None
    most = float("-inf")
    for token, count in counts.items():
        if count >= min_count:
            kept[token] = count
            if count > most:
                best = token
                most = count
    return kept, best
