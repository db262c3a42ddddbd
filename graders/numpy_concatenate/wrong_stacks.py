"""`stack` adds a dimension and wants blocks of equal shape. Blocks are joined along an axis they have already.

fails: blocks_of_a_list_stand_side_by_side
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    return np.concatenate([np.stack(row, axis=1) for row in rows], axis=0)
