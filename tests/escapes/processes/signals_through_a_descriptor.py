"""Opens a descriptor of another process, which outlives its number, and signals through it.

Family: D39
Refused as failed: no profile opens descriptors of processes.
"""

import os
import signal

TARGETS = {}

try:
    signal.pidfd_send_signal(os.pidfd_open(TARGETS["victim"]), signal.SIGKILL)
    print("THROUGH", "killed")
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
