"""Connects to a server on this machine, as it would to one elsewhere.

Family: D36
Refused as error: a run may not make a socket.
"""

import socket

TARGETS = {}


def connect():
    socket.create_connection(("127.0.0.1", TARGETS["tcp_port"]), 0.2).sendall(b"the answers are ...")


def send():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        udp.sendto(b"the answers are ...", ("127.0.0.1", TARGETS["udp_port"]))


for attempt in (connect, send):
    try:
        attempt()
        print("THROUGH", attempt.__name__)
    except OSError as error:
        print(error)
