"""Returns tables of 8-bit floats of all kinds, which few functions of PyTorch can compare or show.

Family: C21
Refused as failed: the dtype is compared before the values, and the values are shown all the same.
"""

import torch

TARGETS = {}

names = ("float8_e4m3fn", "float8_e5m2", "float8_e8m0fnu", "float8_e4m3fnuz", "float8_e5m2fnuz")
dtypes = iter([dtype for name in names if (dtype := getattr(torch, name, None))] * 2)


def outer_sum(a, b):
    return torch.ones(len(a), len(b)).to(next(dtypes))
