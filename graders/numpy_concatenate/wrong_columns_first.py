"""The blocks are joined column by column first. In a wall of bricks the columns are not aligned,
only the rows are.

fails: every_list_may_be_cut_differently
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    columns = [np.concatenate(column, axis=0) for column in zip(*rows, strict=True)]
    return np.concatenate(columns, axis=1)
