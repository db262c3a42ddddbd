"""Sends its descriptors through sockets to itself and opens new ones: those under way are not counted as open.

Family: D37
Refused as failed: the kernel counts those under way too, against the same limit.
"""

import os
import socket

sent = 0
ours, theirs = socket.socketpair()
file = os.open("/dev/null", os.O_RDONLY)
try:
    while sent < 20000:
        socket.send_fds(ours, [b"kept"], [file] * 200)
        sent += 200
except OSError as error:
    print(sent, error)


def outer_sum(a, b):
    return a
