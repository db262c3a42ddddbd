"""The loss of yes-or-no questions: a sigmoid and a cross entropy in one step, and a weight for what is rare.

Read the lesson `bce_with_logits`, then complete both functions and write down your predictions.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A float, rounded to three places.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A list of three floats, rounded to four places.
PREDICT_2 = ...


def bce_with_logits(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    pos_weight: Tensor | None = None,
    reduction: str = "mean",
) -> Tensor:
    """Binary cross entropy that starts from logits, as torch.nn.BCEWithLogitsLoss computes it.

    loss = -weight * (pos_weight * y * log sigmoid(x) + (1 - y) * log(1 - sigmoid(x))), for every element.

    input: logits x of any shape and floating dtype.
    target: y, same shape and dtype, from 0 to 1; soft targets are allowed.
    weight: broadcasts against `input` and multiplies the whole loss of an element.
    pos_weight: broadcasts against `input` and multiplies the positive term only.
    reduction: "mean" or "sum" over all elements, or "none".
    Returns a scalar for "mean" and "sum", a tensor like `input` for "none"; always in the dtype of `input`. The loss
    and its gradient are finite and right at logits of 200 and -200.
    Raises ValueError when input and target differ in shape (nothing is broadcast), and for any other reduction.
    Changes no input. See https://docs.pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html
    """
    # TODO: two terms that start from the logit, then the weights, then the reduction.
    raise NotImplementedError


def pos_weight_from_targets(targets: Tensor) -> Tensor:
    """For each class, how many negatives there are for one positive.

    targets: (rows, classes), 0 or 1 in any dtype: bool, integer or floating, half precision too.
    Returns float32 of shape (classes,), on the device of `targets`. A class without positives counts as having one;
    without rows every weight is 0. Changes no input.
    """
    # TODO: two exact counts for each class, then one division.
    raise NotImplementedError
