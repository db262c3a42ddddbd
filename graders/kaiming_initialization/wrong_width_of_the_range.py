"""The value is the width of the whole range. The bound is half of it.

fails: the_lost_half_is_made_up_for
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
    if nonlinearity not in ("relu", "leaky_relu"):
        raise ValueError(f'nonlinearity is "relu" or "leaky_relu", not {nonlinearity!r}')
    if len(shape) < 2:
        raise ValueError(f"a weight needs at least two dimensions; its shape is {shape}")
    channels = shape[1] if mode == "fan_in" else shape[0]
    fan = channels * math.prod(shape[2:])
    slope = 0.0 if nonlinearity == "relu" else a
    return 2 * math.sqrt(6 / ((1 + slope**2) * fan))
