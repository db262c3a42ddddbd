"""Puts a symbolic link where the results should be, so that whoever writes them writes elsewhere.

Family: B13
Refused as failed: nothing can be removed or made outside of a scratch folder.
"""

import os

TARGETS = {}

try:
    os.unlink(TARGETS["victim_file"])
    os.symlink(TARGETS["secret_file"], TARGETS["victim_file"])
    print("THROUGH", os.readlink(TARGETS["victim_file"]))
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
