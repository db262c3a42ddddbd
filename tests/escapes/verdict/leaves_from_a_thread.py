"""Lets a second thread end the process with status 0 while the first one is still inside the call.

Family: A2
Refused as crashed: it does not matter which thread ended the process.
"""

import os
import threading

TARGETS = {}


def outer_sum(a, b):
    leaver = threading.Thread(target=os._exit, args=(0,))
    leaver.start()
    leaver.join()
    return a
