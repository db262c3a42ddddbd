"""A single block comes back as it is, so whoever writes into the matrix writes into the block.
The result is a new array.

fails: blocks_and_lists_are_left_alone
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    if len(rows) == 1 and len(rows[0]) == 1:
        return rows[0][0]
    return np.concatenate([np.concatenate(row, axis=1) for row in rows], axis=0)
