"""The past and the position itself are hidden, and the future is open. A decoder must not see what it is about to predict.

fails: a_position_looks_back_and_at_itself
"""

import torch
from torch import Tensor

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src: Tensor, tgt: Tensor, pad_id: int) -> tuple[Tensor, Tensor, Tensor]:
    length = tgt.shape[1]
    is_later = torch.tril(torch.ones(length, length, device=tgt.device))
    is_later = is_later.bool() & (length > 1)
    return is_later, src == pad_id, tgt == pad_id
