"""The future is hidden by -10 instead of minus infinity. That makes it faint, not invisible: a later token still changes
the outputs before it.

fails: no_output_knows_a_later_token
"""

import torch
from torch import Tensor

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src: Tensor, tgt: Tensor, pad_id: int) -> tuple[Tensor, Tensor, Tensor]:
    length = tgt.shape[1]
    is_later = torch.ones(length, length, dtype=torch.bool, device=tgt.device).triu(1)
    is_later = torch.where(is_later, -10.0, 0.0)
    return is_later, src == pad_id, tgt == pad_id
