"""Measures, checks, and writes every block into its place."""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    if len(rows) == 0:
        raise ValueError("no rows")
    blocks = []
    for row in rows:
        if len(row) == 0:
            raise ValueError("a row has no blocks")
        for block in row:
            blocks.append(block)
            if block.shape[0] != row[0].shape[0]:
                raise ValueError("heights differ")
    widths = [sum(block.shape[1] for block in row) for row in rows]
    if len(set(widths)) != 1:
        raise ValueError(f"widths differ: {widths}")
    height = sum(row[0].shape[0] for row in rows)
    matrix = np.empty((height, widths[0]), dtype=np.result_type(*blocks))
    top = 0
    for row in rows:
        left = 0
        bottom = top + row[0].shape[0]
        for block in row:
            right = left + block.shape[1]
            matrix[top:bottom, left:right] = block
            left = right
        top = bottom
    print(matrix.shape, matrix.dtype)
    return matrix
