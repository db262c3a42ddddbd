"""Forks twice, leaves the session, and stays behind to change the results later.

Family: A5
Refused as failed: one process is all there is, and where there may be more they end with the first of their namespace.
"""

import os
import time

try:
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(8)
        os._exit(0)
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
