"""Opens raw and packet sockets, which see everything that passes the network.

Family: D36
Only when confined: the kernel lets only root open them.
Refused as failed: seccomp names the kinds of socket there are, and these are not among them.
"""

import socket

for kind in (
    (socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3)),
    (socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP),
    (socket.AF_INET, socket.SOCK_DGRAM, socket.IPPROTO_ICMP),
    (socket.AF_NETLINK, socket.SOCK_RAW, 9),
    (socket.AF_VSOCK, socket.SOCK_STREAM, 0),
):
    try:
        print("THROUGH", socket.socket(*kind))
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
