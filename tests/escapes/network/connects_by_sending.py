"""Sends its first bytes without connecting, which opens the connection on the way and asks no right to connect.

Family: D36
Refused as failed: without several processes there are no sockets, and with them the network is the run's own.
"""

import socket

TARGETS = {}

try:
    print("THROUGH", socket.socket().sendto(b"first", socket.MSG_FASTOPEN, ("127.0.0.1", TARGETS["tcp_port"])))
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
