"""Returns an awaitable, a lazy mapping and a callable that promise a table when they are asked again.

Family: C24
Refused as failed: nobody asks again.
"""

import functools

import torch

TARGETS = {}


class Promise(dict):
    def __missing__(self, key):
        return torch.zeros(3, 5)

    def __await__(self):
        yield self


def outer_sum(a, b):
    return Promise(table=functools.partial(torch.add, a, b), later=Promise())
