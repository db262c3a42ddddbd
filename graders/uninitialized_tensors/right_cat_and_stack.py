"""Every sequence gets its tail, then all are stacked."""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float64, False)


def pad_sequences(seqs: list[Tensor], value: float = 0.0) -> Tensor:
    longest = max(seq.shape[0] for seq in seqs)
    rows = []
    for seq in seqs:
        tail = seqs[0].new_full((longest - seq.shape[0], *seq.shape[1:]), value)
        rows.append(torch.cat([seq.to(seqs[0]), tail]))
    return torch.stack(rows)
