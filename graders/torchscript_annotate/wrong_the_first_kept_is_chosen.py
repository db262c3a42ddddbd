"""The second part is the first token that was kept, and not the most frequent one.
A later one may have a larger count.

fails: the_most_frequent_token_is_chosen
"""

import torch

PREDICT_1 = "not a list"
PREDICT_2 = ["DeprecationWarning"]


def token_counts(tokens: list[str], min_count: int) -> tuple[dict[str, int], str | None]:
    counts = torch.jit.annotate(dict[str, int], {})
    for token in tokens:
        counts[token] = counts.get(token, 0) + 1
    kept: dict[str, int] = {}
    best: str | None = None
    for token, count in counts.items():
        if count >= min_count:
            kept[token] = count
            if best is None:
                best = token
    return kept, best
