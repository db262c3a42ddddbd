"""The result has the dtype of the first block, and loses what that cannot hold.
All blocks have a say in the dtype.

fails: the_dtype_is_numpys
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    joined = np.concatenate([np.concatenate(row, axis=1) for row in rows], axis=0)
    return joined.astype(rows[0][0].dtype)
