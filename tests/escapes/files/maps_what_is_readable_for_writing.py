"""Maps one of Python's own files, opened for reading, and has the protection of the pages changed to writing.

Family: D34
Refused as crashed or failed: the kernel lets no shared mapping of a read-only descriptor become writable.
"""

import ctypes
import mmap
import os

PROT_READ, PROT_WRITE = 1, 2

file = os.open(os.__file__, os.O_RDONLY)
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
start = libc.mmap(None, ctypes.c_size_t(4096), PROT_READ, mmap.MAP_SHARED, file, ctypes.c_long(0))
changed = libc.mprotect(ctypes.c_void_p(start), ctypes.c_size_t(4096), PROT_READ | PROT_WRITE)
print(changed, os.strerror(ctypes.get_errno()))
if changed == 0:
    ctypes.memset(start, 0, 1)


def outer_sum(a, b):
    return a
