"""Has a helper, which is compiled with it, and a comprehension that needs no annotation."""

from typing import Dict, List, Optional, Tuple

PREDICT_1 = "not a list"
PREDICT_2 = ["DeprecationWarning"]


def most_frequent(counts: Dict[str, int]) -> Optional[str]:
    best: Optional[str] = None
    for name in counts:
        if best is None or counts[name] > counts[best]:
            best = name
    return best


def token_counts(tokens: List[str], min_count: int) -> Tuple[Dict[str, int], Optional[str]]:
    counts = {token: tokens.count(token) for token in tokens}
    rare = [name for name in counts.keys()]
    for name in rare:
        if counts[name] < min_count:
            del counts[name]
    return counts, most_frequent(counts)
