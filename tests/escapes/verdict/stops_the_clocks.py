"""Replaces the clocks by ones that run backwards, and then by one that is no number, to get past the time limit.

Family: A9
Refused as crashed: a time that is no number is not valid in a frame, and the limit is not measured here.
"""

import itertools
import math
import time

import torch

TARGETS = {}

backwards = itertools.count(0, -1)
time.time = time.monotonic = time.process_time = lambda: next(backwards)
time.perf_counter = lambda: math.nan


def outer_sum(a, b):
    return torch.zeros(len(a), len(b), dtype=a.dtype)
