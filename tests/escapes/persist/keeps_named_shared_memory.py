"""Leaves named shared memory, as multiprocessing makes it, but without the process that would remove it.

Family: D34
Refused as failed: without several processes it cannot be made, and with them its folder is the run's own.
"""

import _posixshmem
import os

TARGETS = {}

try:
    file = _posixshmem.shm_open(f"/{TARGETS['mark']}", os.O_CREAT | os.O_RDWR, mode=0o666)
    print("made", os.write(file, b"kept"))
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
