"""Lists the network interfaces and their addresses, to know where it is.

Family: D36
Only when confined: the machine may have no network.
Refused as failed: without several processes there are no sockets, and with them there is one loopback.
"""

import socket

try:
    names = [name for _, name in socket.if_nameindex()]
    print("THROUGH" if set(names) - {"lo"} else "only", names)
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
