"""Joins along axis 0 only, on transposed blocks, and turns the result."""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    lists = []
    for row in rows:
        turned = np.concatenate([block.T for block in row])
        lists.append(turned.T)
    return np.concatenate(lists)
