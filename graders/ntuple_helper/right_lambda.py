"""A lambda in one line that asks for the method __iter__."""

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n):
    return lambda x: tuple(x) if hasattr(x, "__iter__") else tuple([x] * n)
