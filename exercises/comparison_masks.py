"""Comparison masks: turn scores into yes and no, and count the four ways in which that can be right or wrong.

Read the lesson `comparison_masks`, then complete the function and write down your prediction.
"""

import torch
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of a tuple, a string and an integer.
PREDICT_1 = ...


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    """How many elements are true positives, false positives, false negatives and true negatives, in this order.

    scores: of any shape and floating dtype, possibly empty. An element is predicted positive where its score is
        strictly greater than the threshold; a NaN never is.
    target: same shape as `scores`; bool, integer or floating, 1 where an element is positive and 0 where it is not.
    threshold: one number, or a tensor that broadcasts to the shape of `scores`, such as one threshold for each class.
    Returns four Python integers. Changes no input.
    For an extra point, raises ValueError when `target` does not have the shape of `scores`, and when `threshold`
    would broadcast `scores` to another shape.
    See https://docs.pytorch.org/docs/stable/generated/torch.gt.html
    """
    # TODO: one mask of what is predicted, one of what is true, and four ways to combine them.
    raise NotImplementedError
