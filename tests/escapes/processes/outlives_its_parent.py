"""Takes back that it is to die with its parent, and makes itself the parent of orphans.

Family: D39
Refused as failed: of what prctl can do, only what Python needs is allowed.
"""

import ctypes
import os

PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER, PR_SET_DUMPABLE, PR_SET_PTRACER = 1, 36, 4, 0x59616D61

libc = ctypes.CDLL(None, use_errno=True)
for option, value in ((PR_SET_CHILD_SUBREAPER, 1), (PR_SET_DUMPABLE, 1), (PR_SET_PTRACER, -1)):
    if libc.prctl(option, ctypes.c_ulong(value), 0, 0, 0) == 0:
        print("THROUGH", option)
    else:
        print(os.strerror(ctypes.get_errno()))
libc.prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0)


def outer_sum(a, b):
    return a
