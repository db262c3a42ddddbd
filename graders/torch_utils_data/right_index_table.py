"""A table of all places, and a generator that closes it; fractions as exact numbers of Python."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, cycle, islice

from torch.utils.data import Dataset

PREDICT_1 = (30, "TypeError")
PREDICT_2 = [4, 3, 3]
PREDICT_3 = "TypeError"
PREDICT_4 = "AttributeError"


class ConcatDataset(Dataset):
    def __init__(self, datasets):
        self.table = [(dataset, i) for dataset in datasets for i in range(len(dataset))]

    def __len__(self) -> int:
        return len(self.table)

    def __iter__(self) -> Iterator:
        return (dataset[i] for dataset, i in self.table)

    def __getitem__(self, index: int):
        dataset, i = self.table[index]
        return dataset[i]


def split_lengths(n: int, fractions: list[float]) -> list[int]:
    shares = [Fraction(f).limit_denominator(10**6) for f in fractions]
    if sum(shares) != 1 or min(shares) < 0 or max(shares) > 1:
        raise ValueError(fractions)
    rounded = [int(n * share) for share in shares]
    extra = islice(chain(range(len(rounded)), cycle([0])), n - sum(rounded))
    for place in extra:
        rounded[place] += 1
    return rounded
