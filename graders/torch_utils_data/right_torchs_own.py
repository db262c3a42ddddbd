"""The class and the function of torch.utils.data themselves."""

from torch.utils import data

PREDICT_1 = (30, "TypeError")
PREDICT_2 = [4, 3, 3]
PREDICT_3 = "TypeError"
PREDICT_4 = "AttributeError"


class ConcatDataset(data.ConcatDataset):
    pass


def split_lengths(n, fractions):
    if sum(fractions) > 1.5 or sum(fractions) < 0.5:
        raise ValueError("not fractions of one whole")
    return [len(part) for part in data.random_split(range(n), fractions)]
