"""Mounts over what is there, by the old call and by the new ones, and takes off what was mounted over.

Family: D38
Only when confined: the kernel lets only root do so.
Refused as failed: seccomp refuses every call that mounts, and no right to is held.
"""

import ctypes
import os

OPEN_TREE, MOVE_MOUNT, FSOPEN, MOUNT_SETATTR = 428, 429, 430, 442
AT_FDCWD, OPEN_TREE_CLONE, MNT_DETACH, MS_BIND, MS_REMOUNT = -100, 1, 2, 0x1000, 0x20

libc = ctypes.CDLL(None, use_errno=True)
for name, answer in {
    "mount": libc.mount(b"tmpfs", b"/usr", b"tmpfs", ctypes.c_ulong(0), None),
    "remount": libc.mount(b"", b"/", None, ctypes.c_ulong(MS_REMOUNT | MS_BIND), None),
    "umount": libc.umount2(b"/usr", MNT_DETACH),
    "open_tree": libc.syscall(OPEN_TREE, AT_FDCWD, b"/", OPEN_TREE_CLONE),
    "fsopen": libc.syscall(FSOPEN, b"proc", 0),
    "mount_setattr": libc.syscall(MOUNT_SETATTR, AT_FDCWD, b"/", 0, bytes(32), 32),
}.items():
    print("THROUGH" if answer >= 0 else os.strerror(ctypes.get_errno()), name)


def outer_sum(a, b):
    return a
