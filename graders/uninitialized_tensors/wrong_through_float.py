"""Whole numbers take a way through floats, which rounds the large ones, before they get their dtype back.

fails: the_dtype_is_that_of_the_first_sequence
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float64, False)


def pad_sequences(seqs: list[Tensor], value: float = 0.0) -> Tensor:
    longest = max(len(seq) for seq in seqs)
    padded = torch.full(
        (len(seqs), longest, *seqs[0].shape[1:]), float(value), device=seqs[0].device, dtype=torch.float64
    )
    for row, seq in enumerate(seqs):
        padded[row, : len(seq)] = seq
    return padded.to(seqs[0].dtype)
