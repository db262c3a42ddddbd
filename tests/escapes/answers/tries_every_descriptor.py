"""Goes through every descriptor it may have inherited and reads from it, backwards too, and opens files relative to it.

Family: D32
Refused as failed or refused or crashed: a run keeps the null device and three pipes, and of those the ends that write.
"""

import contextlib
import os

TARGETS = {}

for descriptor in range(256):
    with contextlib.suppress(OSError):
        about = os.fstat(descriptor)
        print(descriptor, oct(about.st_mode), about.st_size)
    with contextlib.suppress(OSError):
        os.set_blocking(descriptor, False)
        print(descriptor, os.read(descriptor, 2000))
    with contextlib.suppress(OSError):
        print(descriptor, os.pread(descriptor, 2000, 0))
    with contextlib.suppress(OSError):
        print(descriptor, os.listdir(descriptor))


def outer_sum(a, b):
    return a
