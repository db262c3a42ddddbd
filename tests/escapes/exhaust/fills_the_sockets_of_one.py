"""Makes pairs of sockets, asks for the largest buffers, and fills them: what is in a socket belongs to no process.

Family: D37
Only when confined: it would fill the memory of the machine.
Refused as failed: open files times the size of a socket's buffer is little, and the buffers cannot be made larger.
"""

import socket

held, kept = 0, []
try:
    while held < 512 << 20:
        kept += socket.socketpair()
        kept[-1].setblocking(False)
        for option in (socket.SO_SNDBUF, socket.SO_RCVBUF):
            kept[-1].setsockopt(socket.SOL_SOCKET, option, 1 << 30)
        while True:
            try:
                held += kept[-1].send(bytes(64 << 10))
            except BlockingIOError:
                break
    print("THROUGH", held >> 20, "MiB")
except OSError as error:
    print(held >> 20, "MiB,", error)


def outer_sum(a, b):
    return a
