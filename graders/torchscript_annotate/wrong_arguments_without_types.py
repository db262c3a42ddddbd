"""The compiler takes the arguments for tensors.
That is what an argument is to it when nothing is said.

fails: the_compiler_takes_it
"""

import torch

PREDICT_1 = "not a list"
PREDICT_2 = ["DeprecationWarning"]


def token_counts(tokens, min_count) -> tuple[dict[str, int], str | None]:
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
