"""The last real token of a padded sequence is hidden with the padding behind it.

fails: nobody_looks_at_the_padding_of_the_source
"""

import torch
from torch import Tensor

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src: Tensor, tgt: Tensor, pad_id: int) -> tuple[Tensor, Tensor, Tensor]:
    length = tgt.shape[1]
    is_later = torch.ones(length, length, dtype=torch.bool, device=tgt.device).triu(1)

    def from_the_end(tokens: Tensor) -> Tensor:
        is_padding = tokens == pad_id
        return is_padding | (is_padding.roll(-1, 1) & (torch.arange(tokens.shape[1], device=tokens.device) > 0))

    return is_later, from_the_end(src), from_the_end(tgt)
