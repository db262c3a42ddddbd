"""With axis=None everything is flattened before it is joined, and the matrix becomes one long row of numbers.

fails: blocks_of_a_list_stand_side_by_side
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    return np.concatenate([np.concatenate(row, axis=1) for row in rows], axis=None)
