"""Tries to read x out and repeats it when that is impossible; the predictions are in lists."""

PREDICT_1 = [[3, 3], [1, 2], "tuple", [1, 2, 3]]


def _ntuple(n):
    def parse(x):
        try:
            entries = iter(x)
        except TypeError:
            return (x,) * n
        return (*entries,)

    return parse
