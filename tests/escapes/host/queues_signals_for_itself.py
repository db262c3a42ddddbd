"""Blocks the real-time signals and sends them to itself until the kernel keeps no more of them for its user.

Family: D37
Refused as failed or crashed: what waits to be delivered ends with the process it waits for; another thread of the
process may take one, and end it.
"""

import os
import signal

signal.pthread_sigmask(signal.SIG_BLOCK, range(signal.SIGRTMIN, signal.SIGRTMAX))
sent = 0
try:
    while sent < 50000:
        os.kill(os.getpid(), signal.SIGRTMIN + 1)
        sent += 1
except OSError as error:
    print(sent, error)


def outer_sum(a, b):
    return a
