"""A value that is no bool stands as a condition.
Python takes None and an empty string for False; the compiler wants a comparison.

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
    for token, count in counts.items():
        if count >= min_count:
            kept[token] = count
            if not best or count > counts[best]:
                best = token
    return kept, best
