"""Listens on every address of the machine, for a shell to be called up from outside.

Family: D36
Refused as failed: without several processes there are no sockets, and with them the network is the run's own.
"""

import socket

TARGETS = {}

try:
    with socket.create_server(("0.0.0.0", 0)) as server:
        port = server.getsockname()[1]
    # In the network of the machine this port is taken; in one of the run's own it is free.
    socket.create_server(("127.0.0.1", TARGETS["tcp_port"]), reuse_port=True)
    print("it is alone here")
except OSError as error:
    print("THROUGH" if error.errno == 98 else "", error)


def outer_sum(a, b):
    return a
