"""The finished lists become the entries of a new array, which has a third dimension then. They are joined along axis 0,
which they have already.

fails: blocks_of_a_list_stand_side_by_side
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    return np.array([np.concatenate(row, axis=1) for row in rows])
