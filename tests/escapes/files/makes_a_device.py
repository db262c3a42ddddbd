"""Makes a device file of its own, of the null device and of the first disk.

Family: D35
Only when confined: the kernel lets only root make a device.
Refused as failed: no profile makes special files.
"""

import os
import stat
import tempfile

TARGETS = {}

for folder in (TARGETS["folder"], tempfile.gettempdir()):
    for major, minor, kind in ((1, 3, stat.S_IFCHR), (254, 0, stat.S_IFBLK)):
        try:
            os.mknod(f"{folder}/{TARGETS['mark']}-{major}", kind | 0o600, os.makedev(major, minor))
            print("THROUGH", major, minor)
        except OSError as error:
            print(error)


def outer_sum(a, b):
    return a
