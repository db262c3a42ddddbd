"""Takes every right to another's file away, or gives them to all, by each call that can, a descriptor's among them.

Family: D34
Only when confined: the files may belong to another user, whose rights the kernel protects by itself.
Refused as failed: Landlock does not cover rights, so seccomp refuses these calls to every profile.
"""

import ctypes
import os

TARGETS = {}
FCHMODAT2, AT_FDCWD = 452, -100

path = TARGETS["victim_file"]
libc = ctypes.CDLL(None, use_errno=True)
if libc.syscall(FCHMODAT2, AT_FDCWD, path.encode(), 0o777, 0) == 0:
    print("THROUGH", "fchmodat2")
for change in (
    lambda: os.chmod(path, 0),
    lambda: os.fchmod(os.open(path, os.O_RDONLY), 0),
    lambda: os.chown(path, -1, os.getgid()),
    lambda: os.chmod(path, 0o777, follow_symlinks=False),
):
    try:
        change()
        print("THROUGH", oct(os.stat(path).st_mode))
    except (OSError, NotImplementedError) as error:
        print(error)


def outer_sum(a, b):
    return a
