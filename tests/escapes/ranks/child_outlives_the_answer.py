"""Leaves children behind that ignore signals, belong to sessions of their own and send frames long after the answer.

Family: C30
Profile: multi
Refused as failed or refused: the namespace of the run ends with it, and with it everything that was started in it.
"""

import contextlib
import os
import signal
import time

import torch

from tutor.wire import pack

TARGETS = {}


def linger():
    os.setsid()
    for number in range(1, 32):
        with contextlib.suppress(OSError, ValueError):
            signal.signal(number, signal.SIG_IGN)
    if os.fork():
        os._exit(0)
    time.sleep(0.2)
    while True:
        os.write(10, pack({"finished": True}))
        time.sleep(0.01)


def outer_sum(a, b):
    for _ in range(2):
        if os.fork() == 0:
            linger()
    return torch.zeros(len(a), len(b), dtype=a.dtype)
