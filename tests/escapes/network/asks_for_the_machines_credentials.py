"""Asks the address at which a cloud machine gets its credentials.

Family: D36
Only when confined: what the machine is given is not the test's to read.
Refused as failed: without several processes there are no sockets, and with them there is no route.
"""

import socket

for address in (("169.254.169.254", 80), ("169.254.170.2", 80)):
    try:
        client = socket.create_connection(address, timeout=0.2)
        client.sendall(b"GET /latest/meta-data/ HTTP/1.0\r\n\r\n")
        print("THROUGH", client.recv(100))
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
