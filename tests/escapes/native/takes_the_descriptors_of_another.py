"""Takes descriptors out of another process: its files, its pipes, its end of the supervisor's socket.

Family: D32
Only when confined: where Yama is on, the kernel refuses it too.
Refused as failed: no profile opens descriptors of processes.
"""

import ctypes
import os

TARGETS = {}
PIDFD_GETFD = 438

libc = ctypes.CDLL(None, use_errno=True)
for who in ("victim", "engine", "judge", "worker"):
    try:
        process = os.pidfd_open(TARGETS[who])
    except OSError as error:
        print(who, error)
        continue
    for number in range(12):
        if (taken := libc.syscall(PIDFD_GETFD, process, number, 0)) >= 0:
            print("THROUGH", who, number, os.fstat(taken))


def outer_sum(a, b):
    return a
