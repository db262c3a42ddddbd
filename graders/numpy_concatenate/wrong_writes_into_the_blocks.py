"""The call writes into the blocks, which belong to the caller.

fails: blocks_and_lists_are_left_alone
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    matrix = np.concatenate([np.concatenate(row, axis=1) for row in rows], axis=0)
    for row in rows:
        for block in row:
            block.fill(0)
    return matrix
