"""Stops other processes of this machine, the grader among them.

Family: D39
Refused as error: a run may send signals to itself alone.
"""

import os
import signal

TARGETS = {}

for process in ("victim", "engine", "judge", "worker"):
    try:
        os.kill(TARGETS[process], signal.SIGSTOP)
        print("THROUGH", process)
    except OSError as error:
        print(error)
