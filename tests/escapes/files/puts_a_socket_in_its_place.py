"""Puts a socket into a folder of others, by giving it a path to listen on.

Family: B13
Refused as failed: the folder does not exist where the hand-in runs, and without several processes there are no sockets.
"""

import socket

TARGETS = {}

try:
    server = socket.socket(socket.AF_UNIX)
    server.bind(f"{TARGETS['folder']}/{TARGETS['mark']}-socket")
    print("THROUGH", server.getsockname())
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
