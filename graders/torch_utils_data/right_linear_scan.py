"""Goes through the datasets and takes their lengths off; divmod and a counter of what is left."""

from torch.utils.data import Dataset

PREDICT_1 = (30, "TypeError")
PREDICT_2 = [4, 3, 3]
PREDICT_3 = "TypeError"
PREDICT_4 = "AttributeError"


class ConcatDataset(Dataset):
    def __init__(self, datasets):
        super().__init__()
        self.parts = datasets

    def __len__(self):
        total = 0
        for part in self.parts:
            total = total + len(part)
        return total

    def __getitem__(self, index):
        position = index if index >= 0 else len(self) + index
        if position < 0:
            raise ValueError("too far to the left")
        for part in self.parts:
            if position < len(part):
                return part[position]
            position -= len(part)
        raise IndexError("past the end")


def split_lengths(n, fractions):
    total = 0.0
    parts = []
    for fraction in fractions:
        if fraction < 0 or fraction > 1:
            raise ValueError("not a fraction")
        total += fraction
        whole, _ = divmod(n * fraction, 1)
        parts.append(int(whole))
    if abs(total - 1) > 1e-6:
        raise ValueError(f"the sum is {total}")
    left = n - sum(parts)
    i = 0
    while left > 0:
        parts[i % len(parts)] += 1
        left -= 1
        i += 1
    return parts
