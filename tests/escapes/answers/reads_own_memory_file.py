"""Makes itself dumpable and opens its own memory as a file, which ignores every protection of its pages.

Family: D38
Refused as failed: the process cannot be made dumpable again, and there is no /proc.
"""

import ctypes
import os

PR_SET_DUMPABLE = 4

kept = ctypes.create_string_buffer(b"kept as it is")
ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)
try:
    memory = os.open("/proc/self/mem", os.O_RDWR)
    os.pwrite(memory, b"changed", ctypes.addressof(kept))
    print("THROUGH", kept.value)
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
