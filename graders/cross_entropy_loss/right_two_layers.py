"""The two layers that it joins, and the mean of the log-probabilities for the smoothing."""

import torch
from torch import Tensor, nn

PREDICT_1 = [0.4076, 0.4076, 0.7972]


def cross_entropy(logits: Tensor, target: Tensor, label_smoothing: float = 0.0, ignore_index: int = -100) -> Tensor:
    log_probs = nn.LogSoftmax(dim=1)(logits)
    loss = nn.NLLLoss(ignore_index=ignore_index)(log_probs, target)
    if label_smoothing == 0:
        return loss
    even = -log_probs.mean(1)[target != ignore_index].mean()
    return torch.lerp(loss, even, label_smoothing)
