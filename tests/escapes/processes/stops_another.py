"""Stops another process of the same user, which then seems to be at work for ever.

Family: D39
Refused as failed: a run signals itself alone, and where there are several the others' numbers do not exist.
"""

import os
import signal

TARGETS = {}

try:
    os.kill(TARGETS["victim"], signal.SIGSTOP)
    print("THROUGH", "stopped")
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
