"""The dtype is the one that PyTorch promotes to: float32 with int64 stays float32. NumPy takes a float
that holds the integers.

fails: the_dtype_is_numpys
"""

import numpy as np
import torch

PREDICT_1 = ("AxisError", "float64", "torch.float32")


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    if not rows or not all(rows):
        raise ValueError("nothing to join")
    try:
        tensors = [torch.cat([torch.from_numpy(block) for block in row], dim=1) for row in rows]
        return torch.cat(tensors, dim=0).numpy().copy()
    except RuntimeError as error:
        raise ValueError(str(error)) from error
