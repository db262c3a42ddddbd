"""No lists at all give an empty matrix, where ValueError should be raised: of what dtype, and how wide, would it be?

fails: nothing_to_join_is_refused
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    if not rows or rows == [[]]:
        return np.empty((0, 0))
    return np.concatenate([np.concatenate(row, axis=1) for row in rows], axis=0)
