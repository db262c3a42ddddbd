"""Focal loss: a loss that stops listening to examples it already gets right.

Read the lesson `focal_loss`, then complete the class and write down your predictions.
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

# What does the snippet "Predict 1" of the lesson evaluate to? A list of two numbers, rounded to two places.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A tuple of three strings.
PREDICT_2 = ...


class FocalLoss(nn.Module):
    """Binary focal loss on logits (Lin et al. 2017, https://arxiv.org/abs/1708.02002).

    FL = -alpha_t * (1 - p_t) ** gamma * log(p_t), where p_t is the probability given to the true class and
    alpha_t is alpha for class 1 and 1 - alpha for class 0.
    """

    def __init__(self, gamma: float = 1.5, alpha: float = 0.25, reduction: str = "mean") -> None:
        """Keep the settings.

        gamma: 0 or more; 0 turns the focusing off.
        alpha: the weight of class 1, from 0 to 1.
        reduction: "mean" or "sum" over all elements, or "none".
        Raises ValueError for any other reduction.
        """
        super().__init__()
        # TODO: check the reduction, then keep the three settings.
        raise NotImplementedError

    def forward(self, pred: Tensor, true: Tensor) -> Tensor:
        """The loss of every element of `pred`, reduced.

        pred: logits of any shape and floating dtype.
        true: same shape; bool, integer or floating, 0 to 1 (soft targets are allowed).
        Returns a scalar for "mean" and "sum", a tensor like `pred` for "none"; always in the dtype of `pred`.
        Raises ValueError when the shapes differ (nothing is broadcast). Changes neither input.
        """
        # TODO: three factors for each element, then the reduction.
        raise NotImplementedError
