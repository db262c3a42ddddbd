"""NumPy says of which kind the index is."""

import numpy as np
import torch

PREDICT_1 = ["IndexError: too many indices", (2,), "IndexError: tensors used as"]


def take_points(points, index):
    if isinstance(index, torch.Tensor):
        index = index.cpu().numpy()
    array = np.asarray(index)
    if array.ndim != 1:
        raise ValueError(array.shape)
    if array.dtype.kind == "f":
        if not np.all(array == np.floor(array)):
            raise TypeError("fractions")
    elif array.dtype.kind not in "iu":
        raise TypeError(array.dtype)
    return points.T[torch.from_numpy(array.astype(np.int64))].T
