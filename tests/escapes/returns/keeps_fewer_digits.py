"""Computes with 16-bit floats and adds a little noise, and returns the result in the dtype that is expected.

Family: C28
Refused as failed: the tolerance belongs to the dtype that is expected.
"""

import torch

TARGETS = {}


def outer_sum(a, b):
    table = a.half()[:, None] + b.half()
    return (table + 1e-3 * torch.rand_like(table)).to(torch.result_type(a, b))
