"""Counts entries with NumPy, and writes into the data of the tensor."""

import numpy as np

PREDICT_1 = ((75, 200), 0.1477, True)


def xavier_bound(shape, gain=1.0):
    if len(shape) in (0, 1):
        raise ValueError(f"{len(shape)} dimensions")
    entries = int(np.prod(shape))
    mean_fan = (entries / shape[0] + entries / shape[1]) / 2
    return float(gain * np.sqrt(3 / mean_fan))


def xavier_uniform_(tensor, gain=1.0, generator=None):
    a = xavier_bound(tensor.shape, gain) if tensor.numel() else 0.0
    tensor.data.uniform_(-a, a, generator=generator)
    return tensor
