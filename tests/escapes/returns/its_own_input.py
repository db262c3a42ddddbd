"""Returns a view of its input and changes it afterwards, so that what is compared is not what was returned.

Family: C21
Refused as failed: inputs are copies, and a change is noticed.
"""

import torch

TARGETS = {}


def outer_sum(a, b):
    view = a.as_strided((len(a), len(b)), (1, 0))
    torch._foreach_add_([a], 1)
    return view
