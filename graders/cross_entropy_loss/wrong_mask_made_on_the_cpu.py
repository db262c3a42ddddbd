"""The ones that mark the targets are made on the CPU, wherever the logits are.

fails: the_loss_lives_where_the_logits_live
"""

import torch
from torch import Tensor

PREDICT_1 = [0.4076, 0.4076, 0.7972]


def cross_entropy(logits: Tensor, target: Tensor, label_smoothing: float = 0.0, ignore_index: int = -100) -> Tensor:
    log_probs = logits.log_softmax(1)
    kept = target != ignore_index
    classes = torch.where(kept, target, 0)
    hot = torch.zeros(logits.shape, dtype=logits.dtype).scatter(1, classes.unsqueeze(1), 1.0)
    losses = -torch.where(hot > 0, log_probs, 0.0).sum(1)
    if label_smoothing > 0:
        losses = (1 - label_smoothing) * losses - label_smoothing * log_probs.mean(1)
    return torch.where(kept, losses, 0.0).sum() / kept.sum()
