"""Kills the processes of the grader: the one that supervises, the one that judges, the one that is forked for each run.

Family: D39
Only when confined: where the grader is the same user, it would be killed.
Refused as failed: a run signals itself alone, and where there are several the others' numbers do not exist.
"""

import os
import signal

TARGETS = {}

for who in ("engine", "judge", "worker"):
    for pid in (TARGETS[who], -TARGETS[who]):
        try:
            os.kill(pid, signal.SIGKILL)
            print("THROUGH", who)
        except OSError as error:
            print(who, error)


def outer_sum(a, b):
    return a
