"""NumPy's own function, with the case it lets through."""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    if any(len(row) == 0 for row in rows):
        raise ValueError("a list has no blocks")
    return np.block(rows)
