"""The rows that are kept are selected; the score of the target is selected from the logarithm of the sum."""

import torch
from torch import Tensor

PREDICT_1 = [0.4076, 0.4076, 0.7972]


def cross_entropy(logits: Tensor, target: Tensor, label_smoothing: float = 0.0, ignore_index: int = -100) -> Tensor:
    kept = target != ignore_index
    rows = logits.movedim(1, -1)[kept]
    hot = target[kept].unsqueeze(1) == torch.arange(logits.shape[1], device=logits.device)
    total = rows.logsumexp(1)
    losses = total - rows[hot]
    if label_smoothing:
        losses = losses * (1 - label_smoothing) + (total - rows.mean(1)) * label_smoothing
    return losses.mean()
