"""Connects to a port of the machine, as to the grader's own or a database's.

Family: D36
Refused as failed: without several processes there are no sockets, and with them the network is the run's own.
"""

import socket

TARGETS = {}

for address in (("127.0.0.1", TARGETS["tcp_port"]), ("0.0.0.0", TARGETS["tcp_port"])):
    try:
        print("THROUGH", socket.create_connection(address, timeout=0.3))
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
