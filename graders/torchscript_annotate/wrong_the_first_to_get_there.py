"""Of several tokens with the largest count the one that reached it first is chosen.
What counts is which came first in the list.

fails: the_first_of_several_is_chosen
"""

PREDICT_1 = "not a list"
PREDICT_2 = ["DeprecationWarning"]


def token_counts(tokens: list[str], min_count: int) -> tuple[dict[str, int], str | None]:
    counts: dict[str, int] = {}
    best: str | None = None
    for token in tokens:
        counts[token] = counts.get(token, 0) + 1
        if counts[token] >= min_count and (best is None or counts[token] > counts[best]):
            best = token
    kept: dict[str, int] = {}
    for token, count in counts.items():
        if count >= min_count:
            kept[token] = count
    return kept, best
