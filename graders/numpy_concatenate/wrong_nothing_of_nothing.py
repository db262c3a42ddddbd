"""No lists at all give None, where ValueError should be raised: a loop that never runs refuses nothing.

fails: nothing_to_join_is_refused
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray | None:
    matrix = None
    for row in rows:
        line = np.concatenate(row, axis=1)
        matrix = line if matrix is None else np.concatenate((matrix, line))
    return matrix
