"""The padding is 0 whatever value was asked for.

fails: the_value_fills_the_rest
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float64, False)


def pad_sequences(seqs: list[Tensor], value: float = 0.0) -> Tensor:
    longest = max(len(seq) for seq in seqs)
    padded = seqs[0].new_zeros((len(seqs), longest, *seqs[0].shape[1:]))
    for row, seq in enumerate(seqs):
        padded[row, : len(seq)] = seq
    return padded
