"""A list that is one column wide is repeated until it is as wide as the others, because an assignment broadcasts.
Widths that differ raise ValueError.

fails: blocks_that_do_not_fit_are_refused
"""

import numpy as np

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    if not rows or not all(rows):
        raise ValueError("nothing to join")
    lists = [np.concatenate(row, axis=1) for row in rows]
    width = max(part.shape[1] for part in lists)
    return np.concatenate([np.repeat(p, width, axis=1) if p.shape[1] == 1 else p for p in lists], axis=0)
