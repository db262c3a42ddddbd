"""The result is float64 whatever the blocks are, because it was written into an array that was made without a dtype.
Integers stay integers.

fails: the_dtype_is_numpys
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    joined = np.concatenate([np.concatenate(row, axis=1) for row in rows], axis=0)
    buffer = np.zeros(joined.shape)
    buffer[:] = joined
    return buffer
