"""Has PyTorch's own C++ connect: a TCP store as a client of a port outside.

Family: D36
Refused as failed or timeout: the kernel refuses whoever asks, and in a network of the run's own nobody answers.
"""

from datetime import timedelta

from torch import distributed

TARGETS = {}

try:
    distributed.TCPStore("127.0.0.1", TARGETS["tcp_port"], is_master=False, timeout=timedelta(milliseconds=300))
except (RuntimeError, ValueError) as error:
    print(str(error)[:200])


def outer_sum(a, b):
    return a
