"""Starts a process of its own session that stays when the run is over.

Family: A5
Refused as error: a run may start no process.
"""

import os
import time

try:
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(3600)
        os._exit(0)
    print("THROUGH a process")
except OSError as error:
    print(error)
