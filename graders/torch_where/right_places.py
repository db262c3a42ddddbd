"""torch.where with one argument gives the places of the positive values."""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    flat = x.flatten()
    (places,) = torch.where(flat > 0)
    result = flat.new_full(flat.shape, fill)
    result[places] = flat[places].log()
    return result.reshape(x.shape)
