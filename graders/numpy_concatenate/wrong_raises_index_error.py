"""Without any blocks the call raises IndexError, because it looks at the first one. The contract is a ValueError.

fails: nothing_to_join_is_refused
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    matrix = None
    for row in rows:
        joined = row[0].copy()
        for block in row[1:]:
            joined = np.concatenate((joined, block), axis=1)
        matrix = joined if matrix is None else np.concatenate((matrix, joined), axis=0)
    if matrix is None:
        raise IndexError("no rows")
    return matrix
