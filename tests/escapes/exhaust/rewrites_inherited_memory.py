"""Forks again and again, and each child rewrites the heap it shares with the warm process until then.

Family: D37
Profile: multi
Refused as out_of_memory or timeout: a copy that a child makes is memory of the run too.
"""

import ctypes
import os
import signal

TARGETS = {}
LIMIT, PAGE = 3072 << 20, 4096


def mapped_below(end):
    """How far down the heap reaches: mincore answers for mapped pages alone."""
    libc, seen = ctypes.CDLL(None), ctypes.create_string_buffer(256)
    start = end
    while libc.mincore(ctypes.c_void_p(start - 256 * PAGE), ctypes.c_size_t(256 * PAGE), seen) == 0:
        start -= 256 * PAGE
    return start


def rewrite(start, end, writer):
    for address in range(start, end, PAGE):
        ctypes.memmove(address, ctypes.string_at(address, 1), 1)
    os.write(writer, b"y")
    signal.pause()


def outer_sum(a, b):
    libc = ctypes.CDLL(None)
    libc.sbrk.restype = ctypes.c_void_p
    end = libc.sbrk(0) & -PAGE
    start = mapped_below(end)
    reader, writer = os.pipe()
    children = LIMIT // (end - start)
    for _ in range(children):
        if os.fork() == 0:
            rewrite(start, end, writer)
    done = 0
    while done < children:
        done += len(os.read(reader, children))
    print("THROUGH", done, "copies of", end - start >> 20, "MiB")
    return a
