"""Leaves a piece of shared memory by the old System V number, where its next run finds it.

Family: D34
Refused as failed: seccomp refuses the calls, and where there are several processes the numbers are the run's own.
"""

import ctypes
import os

KEY, IPC_CREAT, IPC_RMID = 0x7E57, 0o1000, 0

libc = ctypes.CDLL(None, use_errno=True)
for get, remove in (
    (lambda: libc.shmget(KEY, 4096, IPC_CREAT | 0o666), lambda found: libc.shmctl(found, IPC_RMID, None)),
    (lambda: libc.semget(KEY, 1, IPC_CREAT | 0o666), lambda found: libc.semctl(found, 0, IPC_RMID)),
    (lambda: libc.msgget(KEY, IPC_CREAT | 0o666), lambda found: libc.msgctl(found, IPC_RMID, None)),
):
    found = get()
    print("THROUGH" if found >= 0 else os.strerror(ctypes.get_errno()), found)
    if found >= 0:
        remove(found)


def outer_sum(a, b):
    return a
