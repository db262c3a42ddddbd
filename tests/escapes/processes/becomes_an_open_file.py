"""Executes a file by its descriptor and not by its name: a program, and a library that it may read.

Family: D38
Refused as failed: to execute is refused to every profile, by whatever call.
"""

import ctypes
import os

AT_EMPTY_PATH = 0x1000
NUMBER = {"x86_64": 322, "aarch64": 281}[os.uname().machine]

libc = ctypes.CDLL(None, use_errno=True)
for path in ("/bin/echo", "/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"):
    try:
        file = os.open(path, os.O_RDONLY)
    except OSError as error:
        print(error)
        continue
    words = (ctypes.c_char_p * 3)(b"echo", b"THROUGH", None)
    libc.syscall(NUMBER, file, b"", words, words, AT_EMPTY_PATH)
    print(path, os.strerror(ctypes.get_errno()))


def outer_sum(a, b):
    return a
