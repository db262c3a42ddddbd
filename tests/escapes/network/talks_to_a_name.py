"""Connects to the socket of another program by a name that is in no folder.

Family: D36
Refused as failed: such names belong to a network, which is the run's own, and Landlock keeps them apart as well.
"""

import socket

TARGETS = {}

try:
    client = socket.socket(socket.AF_UNIX)
    client.connect(TARGETS["abstract_socket"])
    print("THROUGH", client.getpeername())
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
