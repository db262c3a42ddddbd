"""Sends the bytes of a table under another dtype of the same size, and under one that does not exist.

Family: B17
Refused as refused or failed: the dtype is the one in the header, and it must be the expected one.
"""

import sys

import safetensors.torch

TARGETS = {}

save = safetensors.torch.save
dtypes = iter([b'"I64"', b'"F65"', b'"C64"', b'"U64"', b'"f64"'])
sys.modules["safetensors.torch"].save = lambda tensors: save(tensors).replace(b'"F64"', next(dtypes))


def outer_sum(a, b):
    return a[:, None] - b
