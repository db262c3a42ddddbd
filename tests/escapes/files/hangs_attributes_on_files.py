"""Hangs an extended attribute on another's file, a place to keep answers that few programs show.

Family: D34
Only when confined: not every file system has them.
Refused as failed: Landlock does not cover attributes, so seccomp refuses the call to every profile.
"""

import os

TARGETS = {}

for name in ("victim_file", "folder"):
    try:
        os.setxattr(TARGETS[name], "user.answer", b"kept")
        print("THROUGH", os.listxattr(TARGETS[name]))
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
