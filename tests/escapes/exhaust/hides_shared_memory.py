"""Fills shared memory piece by piece and drops each piece from its page tables: the memory stays, its count does not.

Family: D37
Only when confined: it would fill the memory of the machine.
Refused as failed: memory that the supervisor cannot count is not given out.
"""

import ctypes
import mmap

TARGETS = {}
PIECE, LIMIT = 128 << 20, 2304 << 20
MADV_DONTNEED, MADV_HUGEPAGE, MADV_POPULATE_WRITE = 4, 14, 23


def outer_sum(a, b):
    libc = ctypes.CDLL(None, use_errno=True)
    held = []
    try:
        for _ in range(LIMIT // PIECE):
            piece = mmap.mmap(-1, PIECE, flags=mmap.MAP_SHARED | mmap.MAP_ANONYMOUS)
            start = ctypes.c_void_p(ctypes.addressof(ctypes.c_char.from_buffer(piece)))
            libc.madvise(start, ctypes.c_size_t(PIECE), MADV_HUGEPAGE)
            libc.madvise(start, ctypes.c_size_t(PIECE), MADV_POPULATE_WRITE)
            piece[-1] = 1
            libc.madvise(start, ctypes.c_size_t(PIECE), MADV_DONTNEED)
            held.append(piece)
    except OSError as error:
        print(len(held), error)
        return a
    if all(piece[-1] == 1 for piece in held):
        print("THROUGH", LIMIT >> 20, "MiB held and none counted")
    return a
