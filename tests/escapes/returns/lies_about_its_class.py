"""Returns an object that says it is a tensor when its class is asked for, and hands out what a tensor would have.

Family: C20
Refused as error or failed: what has no values of a tensor cannot be encoded as one.
"""

import torch

TARGETS = {}


class Claims:
    __class__ = torch.Tensor
    layout, is_quantized, requires_grad = torch.strided, False, False
    device = torch.device("cpu")
    shape = torch.Size([3, 5])

    def __getattr__(self, name):
        return lambda *anything, **named: self


def outer_sum(a, b):
    return Claims()
