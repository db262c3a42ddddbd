"""Maps another's file into memory, shared, and writes by storing bytes: no write call is ever made.

Family: D34
Refused as failed: a mapping is as writable as its descriptor, and that could not be opened.
"""

import mmap
import os

TARGETS = {}

try:
    file = os.open(TARGETS["victim_file"], os.O_RDWR)
    memory = mmap.mmap(file, 0)
    memory[0:1] = b"["
    print("THROUGH", memory[:])
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
