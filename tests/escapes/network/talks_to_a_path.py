"""Connects to the socket of another program by its path, as to a container engine's or a desktop's.

Family: D36
Refused as failed: the path does not exist where the hand-in runs, which is the layer that holds in every profile.
"""

import socket

TARGETS = {}

try:
    client = socket.socket(socket.AF_UNIX)
    client.connect(TARGETS["unix_socket"])
    print("THROUGH", client.getpeername())
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
