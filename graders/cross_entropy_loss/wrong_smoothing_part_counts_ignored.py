"""The smoothing part is a mean over all targets, the ignored ones as well.

fails: ignored_targets_are_not_smoothed
"""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [0.4076, 0.4076, 0.7972]


def cross_entropy(logits: Tensor, target: Tensor, label_smoothing: float = 0.0, ignore_index: int = -100) -> Tensor:
    log_probs = logits.log_softmax(1)
    loss = F.nll_loss(log_probs, target, ignore_index=ignore_index)
    if label_smoothing > 0:
        loss = (1 - label_smoothing) * loss - label_smoothing * log_probs.mean()
    return loss
