"""Takes 64 GB of memory.

Family: D37
Only when confined: it would take the memory of the machine.
Refused as error or out_of_memory: the kernel gives a run 2 GB and then no more.
"""

import torch

hoard = []
try:
    for _ in range(16):
        hoard.append(torch.ones(1 << 30))
    print("THROUGH", 4 * len(hoard), "GB")
except (MemoryError, RuntimeError) as error:
    hoard.clear()
    print(error)
