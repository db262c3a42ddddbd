"""Returns a subclass whose shape, dtype and device are properties that ask to be compared, count, and leave.

Family: C20
Refused as failed or error or crashed: the properties are asked in the sandbox and their answers are only strings.
"""

import os

import torch

TARGETS = {}


class Watched(torch.Tensor):
    asked = 0

    @property
    def shape(self):
        Watched.asked += 1
        if Watched.asked > 3:
            os._exit(0)
        return torch.Size([3, 5])

    @property
    def device(self):
        return torch.device("meta")


def outer_sum(a, b):
    return torch.zeros(1).as_subclass(Watched)
