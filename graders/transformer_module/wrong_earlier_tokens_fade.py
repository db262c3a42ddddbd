"""Earlier tokens count less, the further away they are. The mask hides; it does not weigh.

fails: every_output_is_what_the_model_gives
"""

import torch
from torch import Tensor

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src: Tensor, tgt: Tensor, pad_id: int) -> tuple[Tensor, Tensor, Tensor]:
    length = tgt.shape[1]
    place = torch.arange(length, device=tgt.device, dtype=torch.float64)
    distance = place[:, None] - place
    is_later = torch.where(distance < 0, float("-inf"), -0.1 * distance)
    return is_later, src == pad_id, tgt == pad_id
