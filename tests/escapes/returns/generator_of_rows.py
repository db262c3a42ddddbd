"""Returns a generator that would ask its consumer for the expected row before it yields one.

Family: C19
Refused as failed: a generator is not run, only named.
"""

import torch

TARGETS = {}


def outer_sum(a, b):
    expected = torch.zeros(len(b))
    for _ in a:
        given = yield expected
        expected = given if given is not None else expected
