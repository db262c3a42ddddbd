"""A view with another layout in memory raises an error: it cannot be flattened by a view.

fails: any_layout_and_any_size_will_do
"""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [0.4076, 0.4076, 0.7972]


def cross_entropy(logits: Tensor, target: Tensor, label_smoothing: float = 0.0, ignore_index: int = -100) -> Tensor:
    rows = logits.movedim(1, -1).reshape(-1, logits.shape[1])
    labels = target.view(-1)
    return F.cross_entropy(rows, labels, label_smoothing=label_smoothing, ignore_index=ignore_index)
