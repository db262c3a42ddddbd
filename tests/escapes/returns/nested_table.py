"""Returns a nested tensor, whose shape has no fixed numbers.

Family: C21
Refused as failed or error: a shape that is none cannot be compared.
"""

import warnings

import torch

TARGETS = {}


def outer_sum(a, b):
    warnings.simplefilter("ignore")
    return torch.nested.nested_tensor([torch.zeros(len(b)) for _ in a])
