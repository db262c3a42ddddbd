"""Returns tables of unsigned 16, 32 and 64-bit integers and of raw bits, for which most comparisons are missing.

Family: C21
Refused as failed or error: the dtype is compared before the values.
"""

import torch

TARGETS = {}

dtypes = iter([torch.uint16, torch.uint32, torch.uint64, torch.bits8, torch.uint4])


def outer_sum(a, b):
    dtype = next(dtypes)
    table = torch.zeros(len(a), len(b), dtype=torch.int64)
    return table.to(dtype) if dtype in (torch.uint16, torch.uint32, torch.uint64) else table.byte().view(dtype)
