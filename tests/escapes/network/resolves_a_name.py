"""Asks for a host name, which carries whatever the name spells to a server outside.

Family: D36
Only when confined: the machine may have no network.
Refused as failed: without several processes there are no sockets, and the list of name servers does not exist.
"""

import socket

try:
    print("THROUGH", socket.getaddrinfo("answer.example.org", 80))
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
