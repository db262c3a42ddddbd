"""Sends datagrams to every machine of the network, by the broadcast address and by a multicast group.

Family: D36
Only when confined: what a machine is connected to is not the test's to use.
Refused as failed: without several processes there are no sockets, and with them the network has no way out.
"""

import socket

for address in ("255.255.255.255", "224.0.0.1"):
    try:
        client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        print("THROUGH", client.sendto(b"told", (address, 9)))
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
