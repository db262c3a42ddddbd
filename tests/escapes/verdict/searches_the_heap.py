"""Searches all objects of the garbage collector, also those it was told to forget, for a table of the right shape.

Family: A8
Refused as failed: the expected tables were made in a process that this one does not descend from.
"""

import gc

import torch

TARGETS = {}


def outer_sum(a, b):
    gc.unfreeze()
    wanted = (len(a), len(b))
    tensors = [found for found in gc.get_objects() if type(found) is torch.Tensor and found.shape == wanted]
    owners = [owner for owner in gc.get_referrers(a, b) if isinstance(owner, dict)]
    tensors += [value for owner in owners for value in owner.values() if getattr(value, "shape", None) == wanted]
    return tensors[-1] if tensors else torch.zeros(wanted)
