"""Attaches to another process as a debugger does, to read and change it.

Family: D38
Only when confined: where Yama is on, the kernel refuses it too.
Refused as failed: seccomp refuses the call, and Landlock lets no run trace what is outside of it.
"""

import ctypes
import os

TARGETS = {}
PTRACE_ATTACH, PTRACE_DETACH, PTRACE_SEIZE = 16, 17, 0x4206

libc = ctypes.CDLL(None, use_errno=True)
for who in ("victim", "engine", "judge", "worker"):
    for request in (PTRACE_ATTACH, PTRACE_SEIZE):
        if libc.ptrace(request, TARGETS[who], None, None) == 0:
            print("THROUGH", who)
            libc.ptrace(PTRACE_DETACH, TARGETS[who], None, None)
    print(who, os.strerror(ctypes.get_errno()))


def outer_sum(a, b):
    return a
