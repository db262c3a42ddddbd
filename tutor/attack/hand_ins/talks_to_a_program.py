"""Talks to another program through its Unix sockets, as one would to Docker or to an SSH agent.

Family: D36
Refused as error: a run may not make a socket, nor send to a path from a pair of them.
"""

import socket

TARGETS = {}


def connect_to_a_path():
    socket.socket(socket.AF_UNIX).connect(TARGETS["unix_socket"])


def connect_to_a_name():
    socket.socket(socket.AF_UNIX).connect(TARGETS["abstract_socket"])


def send_from_a_pair():
    ours, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    ours.sendto(b"hello", TARGETS["datagram_socket"])


for attempt in (connect_to_a_path, connect_to_a_name, send_from_a_pair):
    try:
        attempt()
        print("THROUGH", attempt.__name__)
    except OSError as error:
        print(error)
