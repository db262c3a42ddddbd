"""Reads a byte here and there in an endless empty mapping: no page is used, but each read adds a page table.

Family: D37
Only when confined: it would fill the memory of the machine.
Refused as out_of_memory or timeout: page tables are memory of the run too.
"""

import ctypes

TARGETS = {}
STEP, TABLES, WINDOW = 2 << 20, 2304 << 20 >> 12, 1 << 15
PROT_READ, MAP_PRIVATE, MAP_ANONYMOUS, MAP_NORESERVE, MADV_NOHUGEPAGE = 1, 2, 0x20, 0x4000, 15


def outer_sum(a, b):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.mmap.restype = ctypes.c_void_p
    size = TABLES * STEP
    flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    start = libc.mmap(None, ctypes.c_size_t(size), PROT_READ, flags, -1, ctypes.c_long(0))
    if start == ctypes.c_void_p(-1).value:
        print("no mapping", ctypes.get_errno())
        return a
    libc.madvise(ctypes.c_void_p(start), ctypes.c_size_t(size), MADV_NOHUGEPAGE)
    total = 0
    for first in range(0, TABLES, WINDOW):
        # memchr would read on: a strided sum over the mapping touches one byte in each stretch and nothing else.
        total += int(strided(start + first * STEP, WINDOW))
    print("THROUGH", TABLES * 4096 >> 20, "MiB of page tables", total)
    return a


def strided(start, count):
    import numpy

    whole = numpy.ctypeslib.as_array((ctypes.c_uint8 * (count * STEP)).from_address(start))
    return numpy.lib.stride_tricks.as_strided(whole, (count,), (STEP,)).sum()
