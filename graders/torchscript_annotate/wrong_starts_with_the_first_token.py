"""An empty list raises an IndexError.
A list without tokens has no first one.

fails: without_frequent_tokens_there_is_none
"""

import torch

PREDICT_1 = "not a list"
PREDICT_2 = ["DeprecationWarning"]


def token_counts(tokens: list[str], min_count: int) -> tuple[dict[str, int], str | None]:
    counts = torch.jit.annotate(dict[str, int], {})
    for token in tokens:
        counts[token] = counts.get(token, 0) + 1
    kept: dict[str, int] = {}
    best: str | None = tokens[0]
    for token, count in counts.items():
        if count >= min_count:
            kept[token] = count
            if best is None or counts[best] < min_count or count > counts[best]:
                best = token
    return (kept, best) if len(kept) > 0 else (kept, None)
