"""No gradient comes back to the sequences: their numbers were copied without their history.

fails: the_gradient_reaches_every_sequence
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float64, False)


def pad_sequences(seqs: list[Tensor], value: float = 0.0) -> Tensor:
    longest = max(len(seq) for seq in seqs)
    padded = seqs[0].new_full((len(seqs), longest, *seqs[0].shape[1:]), value)
    for row, seq in enumerate(seqs):
        padded[row, : len(seq)] = seq.detach()
    return padded
