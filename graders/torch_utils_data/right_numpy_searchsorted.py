"""numpy for the sums and the search; star imports, list comprehensions."""

from math import *

import numpy as np
from torch.utils.data import *

PREDICT_1 = (30, "TypeError")
PREDICT_2 = [4, 3, 3]
PREDICT_3 = "TypeError"
PREDICT_4 = "AttributeError"


class ConcatDataset(Dataset):
    def __init__(self, datasets):
        self.datasets = datasets
        self.sums = np.cumsum([0] + [len(d) for d in datasets])

    def __len__(self):
        return int(self.sums[-1])

    def __getitem__(self, index):
        n = len(self)
        if index < -n or index >= n:
            raise IndexError(index)
        index = index % n
        which = int(np.searchsorted(self.sums, index, side="right")) - 1
        return self.datasets[which][int(index - self.sums[which])]


def split_lengths(n, fractions):
    fractions = np.asarray(fractions, dtype=float)
    if not np.isclose(fractions.sum(), 1.0) or (fractions < 0).any() or (fractions > 1).any():
        raise ValueError("bad fractions")
    lengths = np.floor(n * fractions).astype(int)
    lengths[: n - lengths.sum()] += 1
    return lengths.tolist()
