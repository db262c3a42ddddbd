"""Reads what another student handed in, with its name, its rights and its content.

Family: D32
Refused as failed: nothing outside of Python and its packages exists where the hand-in runs.
"""

import mmap
import os

TARGETS = {}

try:
    with open(os.open(TARGETS["other_hand_in"], os.O_RDONLY | os.O_NOFOLLOW)) as file:
        print("THROUGH", mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)[:])
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
