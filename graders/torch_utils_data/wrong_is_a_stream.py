"""The class is an IterableDataset. A loader asks a stream for no numbers, and cannot shuffle it.

fails: a_loader_can_use_it
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain
from typing import Any

from torch.utils.data import IterableDataset

PREDICT_1 = (30, "TypeError")
PREDICT_2 = [4, 3, 3]
PREDICT_3 = "TypeError"
PREDICT_4 = "AttributeError"


class ConcatDataset(IterableDataset):
    def __init__(self, datasets: Sequence[Any]) -> None:
        self.datasets = list(datasets)
        self.ends = list(accumulate(len(dataset) for dataset in self.datasets))

    def __iter__(self):
        return chain.from_iterable(self.datasets)

    def __len__(self) -> int:
        return self.ends[-1]

    def __getitem__(self, index: int) -> Any:
        if not -len(self) <= index < len(self):
            raise IndexError(f"there is no item {index}; there are {len(self)}")
        if index < 0:
            index += len(self)
        place = bisect_right(self.ends, index)
        start = self.ends[place - 1] if place else 0
        return self.datasets[place][index - start]


def split_lengths(n: int, fractions: Sequence[float]) -> list[int]:
    if not math.isclose(sum(fractions), 1) or any(not 0 <= fraction <= 1 for fraction in fractions):
        raise ValueError(f"{fractions} are no fractions of one whole")
    lengths = [math.floor(n * fraction) for fraction in fractions]
    for place in range(n - sum(lengths)):
        lengths[place] += 1
    return lengths
