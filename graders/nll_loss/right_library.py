"""PyTorch's own loss."""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = 3.25


def nll_loss(
    log_probs: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    ignore_index: int = -100,
    reduction: str = "mean",
) -> Tensor:
    return F.nll_loss(log_probs, target, weight, ignore_index=ignore_index, reduction=reduction)
