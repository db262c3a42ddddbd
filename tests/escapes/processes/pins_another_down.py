"""Ties another process to one processor, and gives it the scheduling that runs only when nothing else does.

Family: D39
Refused as failed: a run schedules itself alone.
"""

import os

TARGETS = {}


def idle(pid):
    os.sched_setscheduler(pid, os.SCHED_IDLE, os.sched_param(0))


def one_processor(pid):
    os.sched_setaffinity(pid, {min(os.sched_getaffinity(0))})


for change in (one_processor, idle):
    try:
        change(TARGETS["victim"])
        print("THROUGH", change.__name__)
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
