"""Makes mapping after mapping, each a page of its own kind, until the kernel keeps no more of them.

Family: D37
Refused as failed or crashed or error: the kernel counts mappings for the run alone.
"""

import ctypes
import mmap

libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
made = 0
while made < 100000:
    protection = mmap.PROT_READ if made % 2 else 0
    flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
    if libc.mmap(None, ctypes.c_size_t(4096), protection, flags, -1, ctypes.c_long(0)) == ctypes.c_void_p(-1).value:
        break
    made += 1
print(made)


def outer_sum(a, b):
    return a
