"""A log-softmax of a log-softmax, which changes nothing."""

import torch
from torch import Tensor

PREDICT_1 = [0.4076, 0.4076, 0.7972]


def cross_entropy(logits: Tensor, target: Tensor, label_smoothing: float = 0.0, ignore_index: int = -100) -> Tensor:
    log_probs = logits.log_softmax(1).log_softmax(1)
    kept = target != ignore_index
    classes = torch.where(kept, target, 0)
    losses = -log_probs.gather(1, classes.unsqueeze(1)).squeeze(1)
    if label_smoothing > 0:
        losses = (1 - label_smoothing) * losses - label_smoothing * log_probs.mean(1)
    return torch.where(kept, losses, 0.0).sum() / kept.sum()
