"""Sends an open descriptor to another program with a message, which then reads and writes as the run may.

Family: D36
Refused as failed: there is no program to send it to: the one whose path is known does not exist where the hand-in runs.
"""

import os
import socket

TARGETS = {}

try:
    client = socket.socket(socket.AF_UNIX)
    client.connect(TARGETS["unix_socket"])
    socket.send_fds(client, [b"take"], [os.open(os.__file__, os.O_RDONLY)])
    print("THROUGH", "sent")
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
