"""A block with one row is repeated until it is as high as its neighbours, because an assignment broadcasts.
Heights that differ raise ValueError.

fails: blocks_that_do_not_fit_are_refused
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    if not rows or not all(rows):
        raise ValueError("nothing to join")
    lists = []
    for row in rows:
        height = max(len(block) for block in row)
        lists.append(np.concatenate([np.repeat(b, height, axis=0) if len(b) == 1 else b for b in row], axis=1))
    return np.concatenate(lists, axis=0)
