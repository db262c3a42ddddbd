"""Changes everything in its memory that a later run could have in common with it: PyTorch, its generator, its threads.

Family: D32
Refused as failed or timeout: a run is a copy of the warm process, and its copy ends with it.
"""

import builtins
import sys

import torch

torch.Tensor.__add__ = lambda a, b: a
torch.set_default_dtype(torch.float64)
torch.manual_seed(0)
torch.set_grad_enabled(False)
sys.setrecursionlimit(500)
sys.modules["torch.nn"] = None
builtins.sorted = list


def outer_sum(a, b):
    return a
