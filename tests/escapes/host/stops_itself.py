"""Stops itself, so that it neither ends nor uses any time.

Family: D39
Refused as timeout: the clock on the wall is the supervisor's, and a stopped process can be killed.
"""

import os
import signal

os.kill(os.getpid(), signal.SIGSTOP)


def outer_sum(a, b):
    return a
