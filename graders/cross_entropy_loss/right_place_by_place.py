"""One target after the other, in Python."""

import torch
from torch import Tensor

PREDICT_1 = [0.4076, 0.4076, 0.7972]


def cross_entropy(logits: Tensor, target: Tensor, label_smoothing: float = 0.0, ignore_index: int = -100) -> Tensor:
    losses = []
    for scores, label in zip(
        logits.movedim(1, -1).reshape(-1, logits.shape[1]), target.flatten().tolist(), strict=True
    ):
        if label != ignore_index:
            shifted = scores - scores.max()
            log_total = shifted.exp().sum().log()
            loss = log_total - shifted[label]
            if label_smoothing:
                loss = (1 - label_smoothing) * loss + label_smoothing * (log_total - shifted.mean())
            losses.append(loss)
    return torch.stack(losses).mean() if losses else logits.new_full((), torch.nan)
