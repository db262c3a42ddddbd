"""One `return` has an empty dict without a name, and that is one of tensors to the compiler.
Every `return` of a function has the same type.

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
    if len(kept) == 0:
        return {}, None
    best = list(kept)[0]
    for token, count in kept.items():
        if count > kept[best]:
            best = token
    return kept, best
