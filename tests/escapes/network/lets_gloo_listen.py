"""Has PyTorch's own C++ open a port for everybody: a TCP store as the master of a group.

Family: D36
Refused as failed or timeout: without several processes there are no sockets.
"""

from datetime import timedelta

from torch import distributed

TARGETS = {}

try:
    # On the port of a program outside: free in a network of the run's own, taken in the machine's.
    port = TARGETS["tcp_port"]
    store = distributed.TCPStore("0.0.0.0", port, 1, is_master=True, timeout=timedelta(milliseconds=300))
    print("it is alone here", store)
except (RuntimeError, ValueError) as error:
    print("THROUGH" if "EADDRINUSE" in str(error) or "in use" in str(error) else "", str(error)[:300])


def outer_sum(a, b):
    return a
