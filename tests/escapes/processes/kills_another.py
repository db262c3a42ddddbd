"""Kills another process of the same user.

Family: D39
Refused as failed: a run signals itself alone, and where there are several the others' numbers do not exist.
"""

import os
import signal

TARGETS = {}

try:
    os.kill(TARGETS["victim"], signal.SIGKILL)
    print("THROUGH", "killed")
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
