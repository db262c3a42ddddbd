"""Enters the namespaces of another process, through its descriptor and through its files in /proc.

Family: D38
Only when confined: the kernel lets only root do so.
Refused as failed: seccomp refuses the call, and nothing it could be given can be opened.
"""

import ctypes
import os

TARGETS = {}
CLONE_NEWNS = 0x20000

libc = ctypes.CDLL(None, use_errno=True)
for who in ("victim", "engine", "worker"):
    for open_it in (os.pidfd_open, lambda pid: os.open(f"/proc/{pid}/ns/mnt", os.O_RDONLY)):
        try:
            answer = libc.setns(open_it(TARGETS[who]), CLONE_NEWNS)
            print("THROUGH" if answer == 0 else os.strerror(ctypes.get_errno()), who)
        except OSError as error:
            print(who, error)


def outer_sum(a, b):
    return a
