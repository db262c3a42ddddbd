"""Inputs of more than two dimensions raise an error. A segmentation has a target for every pixel.

fails: classes_are_on_dim_one_of_an_image_too
"""

import torch
from torch import Tensor

PREDICT_1 = [0.4076, 0.4076, 0.7972]


def cross_entropy(logits: Tensor, target: Tensor, label_smoothing: float = 0.0, ignore_index: int = -100) -> Tensor:
    log_probs = logits.log_softmax(1)
    (n,) = target.shape
    kept = target != ignore_index
    classes = torch.where(kept, target, 0)
    losses = -log_probs[torch.arange(n, device=target.device), classes]
    if label_smoothing > 0:
        losses = (1 - label_smoothing) * losses - label_smoothing * log_probs.mean(1)
    return torch.where(kept, losses, 0.0).sum() / kept.sum()
