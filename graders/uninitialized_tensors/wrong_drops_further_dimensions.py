"""The result has only two dimensions, sequences and steps. What each step holds can have dimensions of its own,
and they come last.

fails: further_dimensions_are_kept
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float64, False)


def pad_sequences(seqs: list[Tensor], value: float = 0.0) -> Tensor:
    longest = max(len(seq) for seq in seqs)
    padded = seqs[0].new_full((len(seqs), longest), value)
    for row, seq in enumerate(seqs):
        padded[row, : len(seq)] = seq
    return padded
