"""Masks as numbers 0 and 1, multiplied and summed."""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted = (scores > threshold).long()
    actual = target.long()
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    products = (predicted * actual, predicted * (1 - actual), (1 - predicted) * actual, (1 - predicted) * (1 - actual))
    return tuple(product.sum().item() for product in products)
