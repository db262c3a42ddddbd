"""Ignores every signal it can and then sends them all to itself, over and over.

Family: D39
Refused as crashed: the two that cannot be ignored end or stop it.
"""

import contextlib
import os
import signal

for number in signal.valid_signals():
    with contextlib.suppress(OSError):
        signal.signal(number, signal.SIG_IGN)
for number in signal.valid_signals() - {signal.SIGSTOP}:
    os.kill(os.getpid(), number)


def outer_sum(a, b):
    return a
