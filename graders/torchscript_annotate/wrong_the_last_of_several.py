"""Of several tokens with the largest count the last one is chosen.
An equal count is no reason to change.

fails: the_first_of_several_is_chosen
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
            if best is None or count >= counts[best]:
                best = token
    return kept, best
