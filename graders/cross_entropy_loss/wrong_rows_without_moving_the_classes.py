"""Rows of C numbers are cut from memory as it lies, so a row of an image mixes pixels and classes.

fails: classes_are_on_dim_one_of_an_image_too
"""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [0.4076, 0.4076, 0.7972]


def cross_entropy(logits: Tensor, target: Tensor, label_smoothing: float = 0.0, ignore_index: int = -100) -> Tensor:
    rows = logits.reshape(-1, logits.shape[1])
    labels = target.reshape(-1)
    return F.cross_entropy(rows, labels, label_smoothing=label_smoothing, ignore_index=ignore_index)
