"""The dict is built by a comprehension with an `if`.
TorchScript has comprehensions, and none with conditions.

fails: the_compiler_takes_it
"""

import torch

PREDICT_1 = "not a list"
PREDICT_2 = ["DeprecationWarning"]


def token_counts(tokens: list[str], min_count: int) -> tuple[dict[str, int], str | None]:
    counts = torch.jit.annotate(dict[str, int], {})
    for token in tokens:
        counts[token] = counts.get(token, 0) + 1
    kept = {token: count for token, count in counts.items() if count >= min_count}
    best: str | None = None
    for token, count in counts.items():
        if count >= min_count:
            if best is None or count > counts[best]:
                best = token
    return kept, best
