"""Forks chains of processes, each in a session of its own and each outliving the one before.

Family: D37
Profile: multi
Refused as failed: whoever has no parent any more is the child of the first process, with which all end.
"""

import os
import time

for _ in range(20):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(60)
        os._exit(0)


def outer_sum(a, b):
    return a
