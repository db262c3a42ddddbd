"""Returns a wrapper around nothing that computes, when it is looked at, whatever it thinks is looked for.

Family: C20
Refused as failed or error: it is looked at in the sandbox, where nothing but its own inputs is in sight.
"""

import torch

TARGETS = {}


class Lazy(torch.Tensor):
    @staticmethod
    def __new__(cls, size, dtype):
        return torch.Tensor._make_wrapper_subclass(cls, size, dtype=dtype)

    @classmethod
    def __torch_dispatch__(cls, function, types, args=(), kwargs=None):
        others = [given for given in args if type(given) is torch.Tensor]
        if others:
            return others[0].clone()
        return torch.zeros(args[0].shape, dtype=args[0].dtype)


def outer_sum(a, b):
    return Lazy((len(a), len(b)), a.dtype)
