"""Connects by multipath TCP, which Landlock does not count as TCP, by the older UDP-Lite, and by an IPv6 address.

Family: D36
Refused as failed: seccomp names the protocols there are, and in a network of the run's own nobody answers.
"""

import socket

TARGETS = {}
IPPROTO_MPTCP = 262

port = TARGETS["tcp_port"]
for family, protocol, host in (
    (socket.AF_INET, IPPROTO_MPTCP, "127.0.0.1"),
    (socket.AF_INET6, IPPROTO_MPTCP, "::ffff:127.0.0.1"),
    (socket.AF_INET6, 0, "::ffff:127.0.0.1"),
):
    try:
        client = socket.socket(family, socket.SOCK_STREAM, protocol)
        client.settimeout(0.3)
        client.connect((host, port))
        print("THROUGH", client)
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
