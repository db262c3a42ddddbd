"""The result is allocated on the CPU, wherever the sequences are.
A tensor made from another one, with a new_ method, is made in the same place.

fails: the_result_lives_where_the_first_sequence_lives
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float64, False)


def pad_sequences(seqs: list[Tensor], value: float = 0.0) -> Tensor:
    longest = max(len(seq) for seq in seqs)
    padded = torch.full((len(seqs), longest, *seqs[0].shape[1:]), value, dtype=seqs[0].dtype)
    for row, seq in enumerate(seqs):
        padded[row, : len(seq)] = seq
    return padded
