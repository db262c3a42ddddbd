"""Registers handlers for the end of Python that send a forged run after the honest one.

Family: A6
Refused as failed: the run leaves without running handlers, and nothing after its last frame counts.
"""

import atexit
import os
import threading
import weakref

import torch

from tutor.wire import pack

TARGETS = {}


class Kept:
    pass


def forge():
    os.write(10, pack({"loaded": True, "unwritten": []}) + pack({"finished": True}))


kept = Kept()
atexit.register(forge)
weakref.finalize(kept, forge)
threading._shutdown = forge


def outer_sum(a, b):
    return torch.zeros(len(a), len(b), dtype=a.dtype)
