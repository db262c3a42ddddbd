"""Starts three ranks of which only the first computes, and returns its answer as what all of them found.

Family: C30
Profile: multi
Refused as failed: what the first rank makes of its part alone is not the table.
"""

import torch
from torch import multiprocessing

TARGETS = {}


def rank(number, table, a, b):
    if number == 0:
        table[:] = a[:, None] * 3 + b


def outer_sum(a, b):
    table = torch.zeros(len(a), len(b), dtype=a.dtype).share_memory_()
    multiprocessing.start_processes(rank, args=(table, a.clone(), b.clone()), nprocs=3, start_method="fork")
    return table.clone()
