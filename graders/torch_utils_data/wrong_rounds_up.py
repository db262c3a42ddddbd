"""Each part is rounded up, and together they have more items than there are.

fails: one_item_left_over_goes_to_the_first_part
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from torch.utils.data import Dataset

PREDICT_1 = (30, "TypeError")
PREDICT_2 = [4, 3, 3]
PREDICT_3 = "TypeError"
PREDICT_4 = "AttributeError"


class ConcatDataset(Dataset[Any]):
    def __init__(self, datasets: Sequence[Any]) -> None:
        self.datasets = list(datasets)
        self.ends = list(accumulate(len(dataset) for dataset in self.datasets))

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
    lengths = [math.ceil(n * fraction) for fraction in fractions]
    return lengths
