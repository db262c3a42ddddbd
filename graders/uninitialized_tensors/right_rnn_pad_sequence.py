"""PyTorch's own function for it."""

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

PREDICT_1 = ((2, 3), torch.float64, False)


def pad_sequences(seqs: list[Tensor], value: float = 0.0) -> Tensor:
    return pad_sequence(seqs, batch_first=True, padding_value=value)
