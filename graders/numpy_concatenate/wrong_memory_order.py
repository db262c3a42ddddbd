"""The numbers of a block are read in the order in which they lie in memory. A transposed view is read in another order
than it lies.

fails: any_layout_and_empty_blocks_will_do
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    lists = []
    for row in rows:
        lists.append(np.concatenate([block.ravel(order="K").reshape(block.shape) for block in row], axis=1))
    return np.concatenate(lists, axis=0)
