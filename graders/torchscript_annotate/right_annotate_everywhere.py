"""Uses annotate for everything, and leaves the type of the result to the compiler."""

from typing import Dict, List, Optional

import torch

PREDICT_1 = "not a list"
PREDICT_2 = ["DeprecationWarning"]


def token_counts(tokens: List[str], min_count: int):
    kept = torch.jit.annotate(Dict[str, int], {})
    best = torch.jit.annotate(Optional[str], None)
    for token in tokens:
        n = tokens.count(token)
        if n >= min_count:
            kept[token] = n
            if best is None:
                best = token
            elif n > kept[best]:
                best = token
    return kept, best
