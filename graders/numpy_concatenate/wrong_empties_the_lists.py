"""The inner lists are emptied while the matrix is built. `pop` takes the blocks out of the lists of the caller.

fails: blocks_and_lists_are_left_alone
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    lists = []
    for row in rows:
        if not row:
            raise ValueError("a list is empty")
        joined = row.pop(0).copy()
        while row:
            joined = np.concatenate((joined, row.pop(0)), axis=1)
        lists.append(joined)
    return np.concatenate(lists, axis=0)
