"""Asks the routing of the kernel for a way to the Internet, by connecting datagrams that it never sends.

Family: D36
Only when confined: the machine may have no network.
Refused as failed: without several processes there are no sockets, and with them there is no route.
"""

import socket

for family, host in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
    try:
        client = socket.socket(family, socket.SOCK_DGRAM)
        client.connect((host, 9))
        print("THROUGH", client.getsockname())
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
