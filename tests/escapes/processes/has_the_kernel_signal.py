"""Has the kernel send the signal: a socket of its own tells another process that it can be read, by SIGKILL.

Family: D39
Refused as failed: of what fcntl can do, only what Python needs is allowed.
"""

import fcntl
import os
import signal
import socket

TARGETS = {}
F_SETSIG = 10

ours, theirs = socket.socketpair()
try:
    fcntl.fcntl(ours, F_SETSIG, signal.SIGKILL)
    fcntl.fcntl(ours, fcntl.F_SETOWN, TARGETS["victim"])
    fcntl.fcntl(ours, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
    theirs.send(b"now")
    print("THROUGH", "told")
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
