"""Empties another's file from the inside by deallocating its blocks.

Family: D34
Refused as failed: the file cannot be opened for writing.
"""

import ctypes
import os

TARGETS = {}
FALLOC_FL_KEEP_SIZE, FALLOC_FL_PUNCH_HOLE = 1, 2

try:
    file = os.open(TARGETS["secret_file"], os.O_WRONLY)
    how = FALLOC_FL_KEEP_SIZE | FALLOC_FL_PUNCH_HOLE
    ctypes.CDLL(None).fallocate(file, how, ctypes.c_long(0), ctypes.c_long(4096))
    print("THROUGH", os.stat(file).st_size)
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
