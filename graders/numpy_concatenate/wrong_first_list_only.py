"""Only the first inner list is in the result. The others belong below it.

fails: the_lists_stand_below_each_other
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    return np.concatenate(rows[0], axis=1)
