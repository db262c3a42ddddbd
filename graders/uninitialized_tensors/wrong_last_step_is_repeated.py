"""The last step of a sequence is repeated up to the end of its row. The padding is one value that says "nothing here".

fails: a_sequence_comes_first_and_zeros_follow
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float64, False)


def pad_sequences(seqs: list[Tensor], value: float = 0.0) -> Tensor:
    longest = max(len(seq) for seq in seqs)
    padded = seqs[0].new_full((len(seqs), longest, *seqs[0].shape[1:]), value)
    for row, seq in enumerate(seqs):
        padded[row, : len(seq)] = seq
        if len(seq):
            padded[row, len(seq) :] = seq[-1]
    return padded
