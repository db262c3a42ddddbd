"""Datasets: several of them as one, and one of them in parts.

Read the lesson `torch_utils_data`, then complete the class and the function, and write down your predictions.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from torch.utils.data import Dataset

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of two: an integer, and a list of one integer or
# else the name of an exception.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A list of three integers.
PREDICT_2 = ...

# What does the snippet "Predict 3" of the lesson evaluate to? A list of integers, or the name of an exception.
PREDICT_3 = ...

# What does the snippet "Predict 4" of the lesson evaluate to? A string.
PREDICT_4 = ...


class ConcatDataset(Dataset[Any]):
    """The items of several datasets, one dataset behind the other.

    See https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.ConcatDataset
    """

    def __init__(self, datasets: Sequence[Dataset[Any]]) -> None:
        """Keep the datasets; read nothing.

        datasets: a list of one or more; each has `len()` and items, and may be empty.
        """
        # TODO: keep what is needed to find the dataset of an index.
        raise NotImplementedError

    def __len__(self) -> int:
        """How many items there are in all."""
        # TODO: count without reading an item.
        raise NotImplementedError

    def __getitem__(self, index: int) -> Any:
        """The item at `index`, read from the one dataset that has it.

        index: from 0 to len() - 1, or from -len() to -1, counted from the end as in a list. The dataset is asked for a
        number from 0 to its own length - 1.
        Raises IndexError for an index past the end, IndexError or ValueError for one before the beginning.
        """
        # TODO: find the dataset of this index, and the number of the item in it.
        raise NotImplementedError


def split_lengths(n: int, fractions: Sequence[float]) -> list[int]:
    """The lengths of the parts into which torch.utils.data.random_split divides n items.

    n: how many items there are, 0 or more.
    fractions: one for each part, from 0 to 1, with the sum 1. A sum below 1 by a rounding error alone counts as 1; one
        above 1 by a rounding error may be refused or not.
    Each part has fraction * n items, rounded down; what is left over goes to the parts one by one, from the front.
    Returns whole numbers with the sum n. Raises ValueError for a fraction outside of 0 to 1 and for any other sum.
    See https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.random_split
    """
    # TODO: check the fractions, round down, and deal out what is left over.
    raise NotImplementedError
