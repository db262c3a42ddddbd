"""The blocks of a list come out from right to left. The first one is on the left.

fails: blocks_of_a_list_stand_side_by_side
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    return np.concatenate([np.concatenate(row[::-1], axis=1) for row in rows], axis=0)
