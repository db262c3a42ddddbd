"""Padding is hidden by -10 instead of minus infinity. That makes it faint, not invisible: it still changes the outputs.

fails: padding_changes_no_output
"""

import torch
from torch import Tensor

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src: Tensor, tgt: Tensor, pad_id: int) -> tuple[Tensor, Tensor, Tensor]:
    length = tgt.shape[1]
    is_later = torch.ones(length, length, dtype=torch.bool, device=tgt.device).triu(1)
    return is_later, torch.where(src == pad_id, -10.0, 0.0), torch.where(tgt == pad_id, -10.0, 0.0)
