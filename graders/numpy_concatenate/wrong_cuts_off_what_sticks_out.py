"""What sticks out of a list, or of the matrix, is cut off, and nobody is told. Blocks that do not fit raise ValueError.

fails: blocks_that_do_not_fit_are_refused
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    if not rows or not all(rows):
        raise ValueError("nothing to join")
    lists = []
    for row in rows:
        height = min(len(block) for block in row)
        lists.append(np.concatenate([block[:height] for block in row], axis=1))
    width = min(part.shape[1] for part in lists)
    return np.concatenate([part[:, :width] for part in lists], axis=0)
