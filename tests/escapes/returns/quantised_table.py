"""Returns a quantised table, whose bytes are not its values.

Family: C21
Refused as failed: only a plain strided tensor has values that travel.
"""

import warnings

import torch

TARGETS = {}


def outer_sum(a, b):
    warnings.simplefilter("ignore")
    return torch.quantize_per_tensor(torch.zeros(len(a), len(b)), 0.1, 0, torch.quint8)
