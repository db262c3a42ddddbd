"""Uninitialized memory of which both parts are written."""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float64, False)


def pad_sequences(seqs: list[Tensor], value: float = 0.0) -> Tensor:
    first = seqs[0]
    padded = first.new_empty((len(seqs), max(map(len, seqs))) + first.shape[1:])
    for row, seq in enumerate(seqs):
        padded[row, : seq.size(0)] = seq
        padded[row, seq.size(0) :] = value
    return padded
