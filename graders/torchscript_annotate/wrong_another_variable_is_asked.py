"""A variable that may be None is compared, and it was another one that was asked whether it is None.
The compiler looks at each variable by itself, and does not know that two of them are None together.

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
    most: int | None = None
    for token, count in counts.items():
        if count >= min_count:
            kept[token] = count
            if best is None or count > most:
                best = token
                most = count
    return kept, best
