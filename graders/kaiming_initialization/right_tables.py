"""Dictionaries for the two words; a missing key becomes a ValueError."""

PREDICT_1 = 2.0
PREDICT_2 = 0.1


def kaiming_bound(shape, a=0.0, mode="fan_in", nonlinearity="leaky_relu"):
    try:
        channels = {"fan_in": shape[1:2], "fan_out": shape[:1]}[mode]
        kept = {"relu": 0.5, "leaky_relu": (1 + a * a) / 2}[nonlinearity]
    except KeyError as error:
        raise ValueError(f"unknown word {error}") from None
    if len(shape) < 2:
        raise ValueError("no fans")
    fan = channels[0]
    for size in shape[2:]:
        fan *= size
    variance = 1 / (kept * fan)
    return (3 * variance) ** 0.5
