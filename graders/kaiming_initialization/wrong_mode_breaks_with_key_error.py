"""A mode that does not exist ends in a KeyError. ValueError tells the caller what was wrong.

fails: an_unknown_mode_is_refused
"""

import math

PREDICT_1 = 2.0
PREDICT_2 = 0.1


def kaiming_bound(
    shape: tuple[int, ...],
    a: float = 0.0,
    mode: str = "fan_in",
    nonlinearity: str = "leaky_relu",
) -> float:
    if nonlinearity not in ("relu", "leaky_relu"):
        raise ValueError(f'nonlinearity is "relu" or "leaky_relu", not {nonlinearity!r}')
    if len(shape) < 2:
        raise ValueError(f"a weight needs at least two dimensions; its shape is {shape}")
    channels = {"fan_in": shape[1], "fan_out": shape[0]}[mode]
    fan = channels * math.prod(shape[2:])
    slope = 0.0 if nonlinearity == "relu" else a
    return math.sqrt(6 / ((1 + slope**2) * fan))
