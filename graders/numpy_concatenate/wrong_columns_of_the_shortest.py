"""The blocks are joined column by column, and where one list has more blocks than another they are lost. Only the rows
have straight borders.

fails: every_list_may_be_cut_differently
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    columns = [np.concatenate(column, axis=0) for column in zip(*rows)]
    return np.concatenate(columns, axis=1)
