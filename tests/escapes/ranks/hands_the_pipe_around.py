"""Sends the descriptor for results through a socket to a child, which writes to it after the parent has left.

Family: C30
Profile: multi
Refused as crashed or refused: whoever writes, it is one run, and it ends with its process.
"""

import os
import socket

from tutor.wire import pack

TARGETS = {}


def outer_sum(a, b):
    ours, theirs = socket.socketpair()
    if os.fork() == 0:
        os.close(10)
        fd = socket.recv_fds(theirs, 1, 1)[1][0]
        os.write(fd, pack({"case": 0, "seconds": 0.0, "observations": {"dict": [["table", True]]}}))
        os.write(fd, pack({"finished": True}))
        os._exit(0)
    socket.send_fds(ours, [b"!"], [10])
    os.wait()
    os._exit(0)
