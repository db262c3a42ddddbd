"""An inner list without blocks is skipped. It has no width, so it cannot fit, and raises ValueError.

fails: nothing_to_join_is_refused
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    return np.concatenate([np.concatenate(row, axis=1) for row in rows if row], axis=0)
