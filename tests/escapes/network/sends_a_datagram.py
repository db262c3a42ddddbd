"""Sends a datagram to a port of the machine, which needs no connection and no answer.

Family: D36
Refused as failed: without several processes there are no sockets, and with them the network is the run's own.
"""

import socket

TARGETS = {}

try:
    client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    client.sendto(b"told", ("127.0.0.1", TARGETS["udp_port"]))
    print("THROUGH" if client.getsockname()[1] == 0 else "sent from", client.getsockname())
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
