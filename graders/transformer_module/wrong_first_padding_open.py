"""The first place of the padding is still looked at, as if it were an end-of-sentence token.

fails: nobody_looks_at_the_padding_of_the_source
"""

import torch
from torch import Tensor

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src: Tensor, tgt: Tensor, pad_id: int) -> tuple[Tensor, Tensor, Tensor]:
    length = tgt.shape[1]
    is_later = torch.ones(length, length, dtype=torch.bool, device=tgt.device).triu(1)

    def after_the_first(tokens: Tensor) -> Tensor:
        is_padding = tokens == pad_id
        return is_padding & (is_padding.cumsum(1) > 1)

    return is_later, after_the_first(src), after_the_first(tgt)
