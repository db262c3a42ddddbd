"""Returns a table of NaN, which is neither larger nor smaller than any tolerance.

Family: C21
Refused as failed: NaN is only close to NaN.
"""

import torch

TARGETS = {}


def outer_sum(a, b):
    return torch.full((len(a), len(b)), torch.nan, dtype=a.dtype if a.is_floating_point() else torch.float64)
