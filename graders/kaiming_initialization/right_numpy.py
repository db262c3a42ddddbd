"""NumPy, with a float in the end."""

import numpy as np

PREDICT_1 = 2.0
PREDICT_2 = 0.1


def kaiming_bound(shape, a=0.0, mode="fan_in", nonlinearity="leaky_relu"):
    which = ["fan_out", "fan_in"].index(mode)
    slope = a * ["relu", "leaky_relu"].index(nonlinearity)
    if np.ndim(shape) != 1 or len(shape) == 1 or not shape:
        raise ValueError("at least two dimensions")
    fan = np.prod(shape) / shape[1 - which]
    return float(np.sqrt(6.0 / (1 + np.square(slope)) / fan))
