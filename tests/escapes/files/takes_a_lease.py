"""Takes a lease on another's file, by which whoever opens it is made to wait.

Family: D34
Only when confined: the kernel gives a lease only to the owner of a file.
Refused as failed: of what fcntl can do, only what Python needs is allowed.
"""

import fcntl
import os

import torch

TARGETS = {}

for path in (TARGETS["victim_file"], torch.__file__):
    try:
        fcntl.fcntl(os.open(path, os.O_RDONLY), fcntl.F_SETLEASE, fcntl.F_WRLCK)
        print("THROUGH", path)
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
