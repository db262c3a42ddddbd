"""Deletes another's file.

Family: D34
Refused as failed: it does not exist where the hand-in runs, and Landlock lets nothing be removed but scratch files.
"""

import os

TARGETS = {}

try:
    os.unlink(TARGETS["victim_file"])
    print("THROUGH", "deleted")
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
