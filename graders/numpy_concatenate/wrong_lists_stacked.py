"""The finished lists are stacked in a new dimension, which also wants them equally high.
They are joined along axis 0.

fails: the_lists_stand_below_each_other
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    lists = [np.concatenate(row, axis=1) for row in rows]
    return np.stack(lists, axis=0) if len(lists) > 1 else lists[0].copy()
