"""Annotates the variables, with the names from typing."""

from typing import Dict, List, Optional, Tuple

PREDICT_1 = "not a list"
PREDICT_2 = ["DeprecationWarning"]


def token_counts(tokens: List[str], min_count: int) -> Tuple[Dict[str, int], Optional[str]]:
    counts: Dict[str, int] = {}
    for t in tokens:
        if t in counts:
            counts[t] += 1
        else:
            counts[t] = 1
    for t in list(counts.keys()):
        if counts[t] < min_count:
            counts.pop(t)
    best: Optional[str] = None
    top = 0
    for t, n in counts.items():
        if n > top:
            best = t
            top = n
    return counts, best
