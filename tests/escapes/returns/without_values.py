"""Returns a tensor on the meta device: shape and dtype are right, and there is no value that could be wrong.

Family: C21
Refused as failed: a tensor without values is not on the device of the inputs.
"""

import torch

TARGETS = {}


def outer_sum(a, b):
    return torch.empty(len(a), len(b), dtype=torch.result_type(a, b), device="meta")
