"""Has PyTorch compile a function, which writes C++ into a cache folder and starts a compiler.

Family: D38
Only when confined: a compilation takes longer than a run may.
Refused as failed or error or timeout or crashed: a compiler is a program, and no program is executed.
"""

import torch


def outer_sum(a, b):
    return torch.compile(lambda: a - b.sum())()
