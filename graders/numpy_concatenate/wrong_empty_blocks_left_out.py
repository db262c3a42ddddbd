"""Blocks without elements are left out before joining. One that has no columns still has rows, and a list of such
blocks is still a list.

fails: any_layout_and_empty_blocks_will_do
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    if not rows or not all(rows):
        raise ValueError("nothing to join")
    lists = [np.concatenate([block for block in row if block.size], axis=1) for row in rows]
    return np.concatenate(lists, axis=0)
