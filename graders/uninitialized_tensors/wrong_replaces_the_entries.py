"""The caller's list holds padded tensors afterwards. The list belongs to the caller, like the tensors in it.

fails: the_sequences_are_left_alone
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float64, False)


def pad_sequences(seqs: list[Tensor], value: float = 0.0) -> Tensor:
    longest = max(len(seq) for seq in seqs)
    for row, seq in enumerate(seqs):
        tail = seqs[0].new_full((longest - len(seq), *seq.shape[1:]), value)
        seqs[row] = torch.cat([seq.to(seqs[0].dtype), tail])
    return torch.stack(seqs)
