"""All blocks are put side by side. Each inner list begins a new row of blocks.

fails: the_lists_stand_below_each_other
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    return np.concatenate([block for row in rows for block in row], axis=1)
