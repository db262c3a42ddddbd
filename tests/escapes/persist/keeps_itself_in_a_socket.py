"""Sends both ends of a pair of sockets through themselves, so that they are kept by nobody but each other.

Family: D34
Refused as failed: what only holds itself is collected by the kernel.
"""

import socket

for _ in range(20):
    ours, theirs = socket.socketpair()
    socket.send_fds(ours, [b"kept"], [ours.fileno(), theirs.fileno()])
    socket.send_fds(theirs, [b"kept"], [ours.fileno(), theirs.fileno()])
    ours.close()
    theirs.close()


def outer_sum(a, b):
    return a
