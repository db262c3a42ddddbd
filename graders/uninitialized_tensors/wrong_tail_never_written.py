"""The padding still holds whatever was in that memory before.
Allocating with new_empty writes nothing, not even zeros.

fails: a_sequence_comes_first_and_zeros_follow
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float64, False)


def pad_sequences(seqs: list[Tensor], value: float = 0.0) -> Tensor:
    longest = max(len(seq) for seq in seqs)
    padded = seqs[0].new_empty((len(seqs), longest, *seqs[0].shape[1:]))
    for row, seq in enumerate(seqs):
        padded[row, : len(seq)] = seq
    return padded
