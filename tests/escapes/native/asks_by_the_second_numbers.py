"""Makes its system calls by the numbers of x32, which are those of x86-64 with one bit more.

Family: D38
Only when confined: few kernels have them.
Refused as failed: a number that is not on the list of allowed ones does not exist. x86-64 alone has them.
"""

import ctypes
import os

TARGETS = {}
X32, OPEN, SOCKET, CLONE, KILL = 0x40000000, 2, 41, 56, 62

libc = ctypes.CDLL(None, use_errno=True)
if os.uname().machine == "x86_64":
    for number, *arguments in (
        (OPEN, TARGETS["secret_file"].encode(), 0, 0),
        (SOCKET, 1, 1, 0),
        (KILL, TARGETS["victim"], 9),
    ):
        answer = libc.syscall(ctypes.c_long(X32 + number), *arguments)
        print("THROUGH" if answer >= 0 else os.strerror(ctypes.get_errno()), number)


def outer_sum(a, b):
    return a
