"""Grows the matrix list by list, with the first block as the beginning of each."""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    if not rows or any(not row for row in rows):
        raise ValueError("nothing to join")
    matrix = None
    for row in rows:
        line = row[0]
        for block in row[1:]:
            line = np.append(line, block, axis=1)
        matrix = line if matrix is None else np.append(matrix, line, axis=0)
    return np.array(matrix)
