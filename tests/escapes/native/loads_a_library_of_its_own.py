"""Writes machine code into its scratch folder, loads it from there as a library is, and has it open a socket.

Family: D38
Profile: files
Refused as failed: code from a file is code like any other, and asks the same kernel.
"""

import ctypes
import mmap
import os
from pathlib import Path

TARGETS = {}
SOCKET_IPV4_DATAGRAM = bytes.fromhex("b829000000 bf02000000 be02000000 31d2 0f05 c3")

home = os.environ["HOME"] if os.path.isdir(os.environ["HOME"]) else TARGETS["folder"]
path = Path(home, TARGETS["mark"])
try:
    path.write_bytes(SOCKET_IPV4_DATAGRAM.ljust(4096, b"\0"))
    code = mmap.mmap(os.open(path, os.O_RDWR), 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    if os.uname().machine == "x86_64":
        answer = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))()
        print(answer, os.strerror(-answer) if answer < 0 else "a socket, of a network with nobody in it")
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
