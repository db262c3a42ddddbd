"""A name that only ends like one of the two was accepted. There are two words, and no others.

fails: an_unknown_nonlinearity_is_refused
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
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(f'mode is "fan_in" or "fan_out", not {mode!r}')
    if not nonlinearity.endswith("relu"):
        raise ValueError(f'nonlinearity is "relu" or "leaky_relu", not {nonlinearity!r}')
    if len(shape) < 2:
        raise ValueError(f"a weight needs at least two dimensions; its shape is {shape}")
    channels = shape[1] if mode == "fan_in" else shape[0]
    fan = channels * math.prod(shape[2:])
    slope = 0.0 if nonlinearity == "relu" else a
    return math.sqrt(6 / ((1 + slope**2) * fan))
