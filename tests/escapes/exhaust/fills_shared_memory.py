"""Fills shared memory that belongs to no file, which the limit on private memory does not count.

Family: D37
Only when confined: it would fill the memory of the machine.
Refused as failed or out_of_memory or timeout: the supervisor counts it, or seccomp refuses such a mapping.
"""

import mmap

kept = []
try:
    while len(kept) < 3 << 10:
        kept.append(mmap.mmap(-1, 1 << 20))
        kept[-1].write(bytes(1 << 20))
    print("THROUGH", len(kept), "MiB")
except OSError as error:
    print(len(kept), error)


def outer_sum(a, b):
    return a
