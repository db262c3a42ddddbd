"""A block without rows or columns is refused. It takes no room, and is a block all the same.

fails: any_layout_and_empty_blocks_will_do
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    if any(not block.size for row in rows for block in row):
        raise ValueError("a block is empty")
    return np.concatenate([np.concatenate(row, axis=1) for row in rows], axis=0)
