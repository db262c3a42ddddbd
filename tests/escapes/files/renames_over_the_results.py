"""Exchanges two of another's files, and moves one over the other, so that each keeps its rights and its good name.

Family: D34
Refused as failed: neither exists where the hand-in runs, and Landlock lets nothing be moved but scratch files.
"""

import ctypes
import os

TARGETS = {}
AT_FDCWD, RENAME_EXCHANGE = -100, 2

libc = ctypes.CDLL(None, use_errno=True)
first, second = (TARGETS[name].encode() for name in ("victim_file", "other_hand_in"))
if libc.renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) == 0:
    print("THROUGH", "exchanged")
try:
    os.replace(second, first)
    print("THROUGH", "moved")
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
