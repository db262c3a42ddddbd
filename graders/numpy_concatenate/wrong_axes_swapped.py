"""The blocks of an inner list are put below each other, and the lists side by side. Inside a list it is the columns
that add up: axis 1.

fails: blocks_of_a_list_stand_side_by_side
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    return np.concatenate([np.concatenate(row, axis=0) for row in rows], axis=1)
