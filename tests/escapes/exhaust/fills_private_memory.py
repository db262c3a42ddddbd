"""Takes memory a little at a time until there is none, and then writes to all of it.

Family: D37
Only when confined: it would fill the memory of the machine.
Refused as failed or timeout or out_of_memory: the limit on private memory makes it an exception of the hand-in's own.
"""

import torch

kept = []
try:
    while len(kept) < 3 << 6:
        kept.append(torch.empty(4 << 20))
    print("THROUGH", sum(one.fill_(1).numel() for one in kept) >> 18, "MiB")
except RuntimeError as error:
    print(len(kept), str(error)[:100])


def outer_sum(a, b):
    return a
