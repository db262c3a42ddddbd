"""Returns a fake tensor of PyTorch's own tracing, which claims to be on the CPU and has no values either.

Family: C21
Refused as failed or timeout: it is recognised, and has nothing to compare.
"""

import torch
from torch._subclasses.fake_tensor import FakeTensorMode

TARGETS = {}


def outer_sum(a, b):
    with FakeTensorMode():
        return torch.empty(len(a), len(b), dtype=torch.result_type(a, b))
