"""Empties another's file by its name, without opening it.

Family: D34
Refused as failed: no profile needs the call, so none has it.
"""

import os

TARGETS = {}

try:
    os.truncate(TARGETS["victim_file"], 0)
    print("THROUGH", "emptied")
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
