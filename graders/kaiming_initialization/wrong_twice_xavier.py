"""It is Xavier's bound with a variance twice as large. Here one fan is chosen instead of the mean of both.

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
    fan = (shape[0] + shape[1]) / 2 * math.prod(shape[2:])
    slope = 0.0 if nonlinearity == "relu" else a
    return math.sqrt(6 / ((1 + slope**2) * fan))
