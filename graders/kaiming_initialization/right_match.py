"""One step after the other, with match."""

from math import hypot, prod, sqrt

PREDICT_1 = 2.0
PREDICT_2 = 0.1


def fan_of(shape, mode):
    match shape, mode:
        case (_, channels, *kernel), "fan_in":
            return channels * prod(kernel)
        case (channels, _, *kernel), "fan_out":
            return channels * prod(kernel)
    raise ValueError(f"no {mode} for {shape}")


def gain_of(nonlinearity, a):
    match nonlinearity:
        case "relu":
            return sqrt(2)
        case "leaky_relu":
            return sqrt(2) / hypot(1, a)
        case _:
            raise ValueError(f"unknown {nonlinearity}")


def kaiming_bound(shape, a=0.0, mode="fan_in", nonlinearity="leaky_relu"):
    std = gain_of(nonlinearity, a) / sqrt(fan_of(shape, mode))
    return sqrt(3) * std
