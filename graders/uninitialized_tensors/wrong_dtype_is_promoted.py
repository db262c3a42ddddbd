"""Sequences of two dtypes give the wider of the two. The result has the dtype of the first sequence.

fails: the_dtype_is_that_of_the_first_sequence
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float64, False)


def pad_sequences(seqs: list[Tensor], value: float = 0.0) -> Tensor:
    longest = max(len(seq) for seq in seqs)
    tails = [seq.new_full((longest - len(seq), *seq.shape[1:]), value) for seq in seqs]
    return torch.stack([torch.cat(parts) for parts in zip(seqs, tails)])
