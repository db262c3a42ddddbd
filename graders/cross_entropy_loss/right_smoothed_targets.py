"""The smoothed targets are probabilities, multiplied with the log-probabilities.

stretch: no
"""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [0.4076, 0.4076, 0.7972]


def cross_entropy(logits: Tensor, target: Tensor, label_smoothing: float = 0.0, ignore_index: int = -100) -> Tensor:
    classes = logits.shape[1]
    kept = target != ignore_index
    log_probs = F.log_softmax(logits, 1).movedim(1, -1)
    goal = F.one_hot(target.masked_fill(~kept, 0), classes).to(logits.dtype)
    goal = goal * (1 - label_smoothing) + label_smoothing / classes
    losses = -(goal * log_probs).sum(-1)
    return losses[kept].sum() / kept.sum()
