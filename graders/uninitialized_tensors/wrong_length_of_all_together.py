"""Every row has room for all sequences together. One row holds one sequence, so the longest one sets the length.

fails: as_many_rows_as_sequences_and_as_long_as_the_longest
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float64, False)


def pad_sequences(seqs: list[Tensor], value: float = 0.0) -> Tensor:
    longest = sum(len(seq) for seq in seqs)
    padded = seqs[0].new_full((len(seqs), longest, *seqs[0].shape[1:]), value)
    for row, seq in enumerate(seqs):
        padded[row, : len(seq)] = seq
    return padded
