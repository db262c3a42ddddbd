"""Keeps names and numbers in two lists."""

from typing import Dict, List, Optional, Tuple

PREDICT_1 = "not a list"
PREDICT_2 = ["DeprecationWarning"]


def token_counts(tokens: List[str], min_count: int) -> Tuple[Dict[str, int], Optional[str]]:
    names: List[str] = []
    numbers: List[int] = []
    for token in tokens:
        if token in names:
            numbers[names.index(token)] += 1
        else:
            names.append(token)
            numbers.append(1)
    kept: Dict[str, int] = {}
    for name, number in zip(names, numbers):
        if number >= min_count:
            kept[name] = number
    if len(kept) == 0:
        return kept, None
    return kept, names[numbers.index(max(numbers))]
