"""The steps run along the first dimension and the sequences along the second.
That is the layout of recurrent layers; here one sequence is one row.

fails: as_many_rows_as_sequences_and_as_long_as_the_longest
"""

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

PREDICT_1 = ((2, 3), torch.float64, False)


def pad_sequences(seqs: list[Tensor], value: float = 0.0) -> Tensor:
    return pad_sequence(seqs, padding_value=value)
