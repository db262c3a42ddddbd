"""Kills every process that it may kill.

Family: D39
Only when confined: it would kill whatever runs as the same user.
Refused as failed: a run signals itself alone, and where there are several there is nobody else.
"""

import os
import signal

for pid in (-1, 0):
    try:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        os.kill(pid, signal.SIGTERM)
        print("signalled", pid)
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
