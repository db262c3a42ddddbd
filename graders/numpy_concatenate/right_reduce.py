"""Folds with r_ and c_, which put arrays below and beside each other."""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    if not all(rows):
        raise ValueError("an inner list is empty")
    lists = [np.c_[tuple(row)] for row in rows]
    return np.r_[tuple(lists)]
