"""Gaps between blocks that do not fit are filled with zeros, and nobody is told. They raise ValueError.

fails: blocks_that_do_not_fit_are_refused
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    if not rows or not all(rows):
        raise ValueError("nothing to join")
    heights = [max(len(block) for block in row) for row in rows]
    width = max(sum(block.shape[1] for block in row) for row in rows)
    matrix = np.zeros((sum(heights), width), np.result_type(*[block for row in rows for block in row]))
    top = 0
    for row, height in zip(rows, heights, strict=True):
        left = 0
        for block in row:
            matrix[top : top + len(block), left : left + block.shape[1]] = block
            left += block.shape[1]
        top += height
    return matrix
