"""Without a value the padding is 1. The default of the signature is 0.

fails: a_sequence_comes_first_and_zeros_follow
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float64, False)


def pad_sequences(seqs: list[Tensor], value: float = 1.0) -> Tensor:
    longest = max(len(seq) for seq in seqs)
    padded = seqs[0].new_full((len(seqs), longest, *seqs[0].shape[1:]), value)
    for row, seq in enumerate(seqs):
        padded[row, : len(seq)] = seq
    return padded
