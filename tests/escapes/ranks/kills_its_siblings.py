"""Starts siblings, has one kill all others and the process that waits for them, and leaves with success.

Family: C30
Profile: multi
Refused as crashed or failed: signals stay in the namespace of the run, and a killed run has not passed.
"""

import contextlib
import os
import signal

TARGETS = {}


def outer_sum(a, b):
    siblings = [pid for _ in range(3) if (pid := os.fork())]
    if len(siblings) < 3:
        for pid in (*siblings, 1, os.getppid(), -1):
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
        os._exit(0)
    for pid in siblings:
        os.waitpid(pid, 0)
    return a
