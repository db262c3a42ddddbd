"""Sequences of length 0 have no row. They are part of the batch, with a row of nothing but padding.

fails: as_many_rows_as_sequences_and_as_long_as_the_longest
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float64, False)


def pad_sequences(seqs: list[Tensor], value: float = 0.0) -> Tensor:
    seqs = [seq for seq in seqs if len(seq)] or seqs[:1]
    longest = max(len(seq) for seq in seqs)
    padded = seqs[0].new_full((len(seqs), longest, *seqs[0].shape[1:]), value)
    for row, seq in enumerate(seqs):
        padded[row, : len(seq)] = seq
    return padded
