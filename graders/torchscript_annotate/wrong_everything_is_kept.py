"""Rare tokens are in the dict too.
Only those that are frequent enough belong there.

fails: frequent_tokens_are_counted
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
        kept[token] = count
        if count >= min_count:
            if best is None or count > counts[best]:
                best = token
    return kept, best
