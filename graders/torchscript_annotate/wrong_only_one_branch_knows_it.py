"""The compiler sees a variable that gets its value in one of two branches only.
Python waits which branch is taken; the compiler wants the variable to be there either way.

fails: the_compiler_takes_it
"""

PREDICT_1 = "not a list"
PREDICT_2 = ["DeprecationWarning"]


def token_counts(tokens: list[str], min_count: int) -> tuple[dict[str, int], str | None]:
    counts: dict[str, int] = {}
    for token in tokens:
        counts[token] = counts.get(token, 0) + 1
    kept: dict[str, int] = {}
    for token, count in counts.items():
        if count >= min_count:
            kept[token] = count
    if len(kept) > 0:
        most = 0
        for token, count in kept.items():
            if count > most:
                best = token
                most = count
    else:
        best = None
    return kept, best
