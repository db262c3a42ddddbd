"""Has many processes fill the buffers of many sockets, which belong to the kernel and to no process.

Family: D37
Profile: multi
Refused as failed or timeout: processes times open files is too little to hold more than the run may.
"""

import contextlib
import os
import signal
import socket

TARGETS = {}
LIMIT = 2304 << 20


def fill(writer):
    held, kept = 0, []
    try:
        while True:
            kept += socket.socketpair()
            for one in kept[-2:]:
                one.setblocking(False)
                held += fill_one(one, bytes(128 << 10))
    except OSError as error:
        print(held >> 20, "MiB,", error)
    os.write(writer, held.to_bytes(8, "little"))
    signal.pause()


def fill_one(one, piece):
    held = 0
    with contextlib.suppress(PermissionError):
        one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 30)
    try:
        while True:
            held += one.send(piece)
    except BlockingIOError:
        return held


def outer_sum(a, b):
    reader, writer = os.pipe()
    children, held = 0, 0
    try:
        while held < LIMIT:
            if os.fork() == 0:
                fill(writer)
            children += 1
            held += int.from_bytes(os.read(reader, 8), "little")
        print("THROUGH", held >> 20, "MiB in the sockets of", children, "processes")
    except BlockingIOError as error:
        print(held >> 20, "MiB,", children, "processes,", error)
    return a
