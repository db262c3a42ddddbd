"""The items come from the datasets in turn, one of each. A dataset should come to its end before the next one
begins.

fails: each_dataset_begins_where_the_one_before_ends
"""

import math
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
        turns = [(i, place) for i in range(max(map(len, self.datasets))) for place in range(len(self.datasets))]
        i, place = [(i, place) for i, place in turns if i < len(self.datasets[place])][index]
        return self.datasets[place][i]


def split_lengths(n: int, fractions: Sequence[float]) -> list[int]:
    if not math.isclose(sum(fractions), 1) or any(not 0 <= fraction <= 1 for fraction in fractions):
        raise ValueError(f"{fractions} are no fractions of one whole")
    lengths = [math.floor(n * fraction) for fraction in fractions]
    for place in range(n - sum(lengths)):
        lengths[place] += 1
    return lengths
