"""The compiled function raises where its work should be.
What is marked as unused is compiled to an exception.

fails: the_compiled_function_gives_the_same
"""

import torch

PREDICT_1 = "not a list"
PREDICT_2 = ["DeprecationWarning"]


@torch.jit.unused
def counted(tokens: list[str], min_count: int) -> tuple[dict[str, int], str | None]:
    counts = torch.jit.annotate(dict[str, int], {})
    for token in tokens:
        counts[token] = counts.get(token, 0) + 1
    kept: dict[str, int] = {}
    best: str | None = None
    for token, count in counts.items():
        if count >= min_count:
            kept[token] = count
            if best is None or count > counts[best]:
                best = token
    return kept, best


def token_counts(tokens: list[str], min_count: int) -> tuple[dict[str, int], str | None]:
    return counted(tokens, min_count)
