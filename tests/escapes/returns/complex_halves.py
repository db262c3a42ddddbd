"""Returns tables of complex numbers made of halves, and integers in a dtype with bits beyond the expected one.

Family: C21
Refused as failed or error: the dtype is compared before the values.
"""

import warnings

import torch

TARGETS = {}


def outer_sum(a, b):
    warnings.simplefilter("ignore")
    return torch.zeros(len(a), len(b), dtype=torch.complex32)
