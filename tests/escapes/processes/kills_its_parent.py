"""Kills, stops and interrupts its parent, and its parent's group.

Family: D39
Only when confined: where the grader is the same user, it would be killed.
Refused as failed: a run signals itself alone, and the first process of a namespace takes no signals from inside.
"""

import os
import signal

for number in (signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM, signal.SIGINT, signal.SIGCHLD, signal.SIGXCPU):
    for pid in (os.getppid(), 1):
        try:
            os.kill(pid, number)
            print("signalled", pid)
        except OSError as error:
            print(number, error)


def outer_sum(a, b):
    return a
