"""All blocks are put below each other. The blocks of one inner list stand side by side.

fails: blocks_of_a_list_stand_side_by_side
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    return np.concatenate([block for row in rows for block in row], axis=0)
