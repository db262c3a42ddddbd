"""Ignores all signals that a timer in the same process could send, and goes on whatever is raised inside its loop.

Family: A4
Refused as timeout: the clock is the supervisor's, and SIGKILL cannot be ignored.
"""

import contextlib
import signal

TARGETS = {}


def outer_sum(a, b):
    for number in range(1, 32):
        with contextlib.suppress(OSError, ValueError):
            signal.signal(number, signal.SIG_IGN)
    while True:
        with contextlib.suppress(BaseException):
            while True:
                signal.setitimer(signal.ITIMER_REAL, 0)
