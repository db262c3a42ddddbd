"""Takes the logarithm of the positive values only, and scatters them over a tensor of fill."""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    good = torch.gt(x, 0)
    return torch.full_like(x, fill).masked_scatter(good, torch.log(x[good]))
