"""Makes a pair of sockets that needs no right, and sends from one of the two to another program's path.

Family: D36
Refused as failed: a pair is of the connected kind, which sends to nobody else.
"""

import socket

TARGETS = {}

for kind in (socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET, socket.SOCK_STREAM):
    try:
        ours, theirs = socket.socketpair(socket.AF_UNIX, kind)
        print("THROUGH", ours.sendto(b"told", TARGETS["datagram_socket"]))
    except OSError as error:
        print(kind, error)


def outer_sum(a, b):
    return a
