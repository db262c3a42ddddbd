"""The padding of the target is looked at. The causal mask alone does not hide it from every position.

fails: nobody_looks_at_the_padding_of_the_target
"""

import torch
from torch import Tensor

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src: Tensor, tgt: Tensor, pad_id: int) -> tuple[Tensor, Tensor, Tensor]:
    length = tgt.shape[1]
    is_later = torch.ones(length, length, dtype=torch.bool, device=tgt.device).triu(1)
    return is_later, src == pad_id, torch.zeros_like(tgt, dtype=torch.bool)
