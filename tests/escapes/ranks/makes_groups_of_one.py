"""Replaces barrier and all_reduce by nothing, makes a process group in which it is alone, and reports three ranks.

Family: C30
Profile: multi
Refused as failed: nothing that it says about ranks is a table.
"""

import torch
import torch.distributed as dist

TARGETS = {}

dist.barrier = lambda *anything, **named: None
dist.get_world_size = lambda *anything: 3


def outer_sum(a, b):
    if dist.is_initialized():
        dist.destroy_process_group()
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
    total = torch.zeros(len(a), len(b), dtype=torch.float64)
    dist.all_reduce(total)
    dist.barrier()
    return total * dist.get_world_size()
