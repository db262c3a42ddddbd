"""Leaves at once while a child keeps the pipes open in silence, so that their end never comes.

Family: C30
Profile: multi
Refused as crashed: the supervisor waits for the process, and no longer than a moment for its pipes.
"""

import os
import signal

TARGETS = {}


def outer_sum(a, b):
    if os.fork() == 0:
        os.setsid()
        while True:
            signal.pause()
    os._exit(0)
