"""The inner lists come out from bottom to top. The first one is on top.

fails: the_lists_stand_below_each_other
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    return np.concatenate([np.concatenate(row, axis=1) for row in rows[::-1]], axis=0)
