"""Makes every comparison true, and every output equal to anything.

Family: A9
Refused as error or failed: nothing is compared in the process that runs it.
"""

import torch


class EqualToAll(torch.Tensor):
    def __eq__(self, other):
        return True

    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        return True


torch.equal = torch.allclose = torch.isclose = lambda *args, **options: True
torch.testing.assert_close = lambda *args, **options: None
torch.Tensor.__eq__ = lambda self, other: True


def __getattr__(name):
    return lambda *args, **options: torch.zeros(1).as_subclass(EqualToAll)
