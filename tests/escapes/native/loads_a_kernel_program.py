"""Loads a program into the kernel, and makes a map there that other runs could share.

Family: D38
Only when confined: most systems let only root do so.
Refused as failed: seccomp refuses the call.
"""

import ctypes
import os
import struct

BPF_MAP_CREATE, BPF_PROG_LOAD, BPF_MAP_TYPE_ARRAY, BPF_PROG_TYPE_SOCKET_FILTER = 0, 5, 2, 1
NUMBER = {"x86_64": 321, "aarch64": 280}[os.uname().machine]

libc = ctypes.CDLL(None, use_errno=True)
program = ctypes.create_string_buffer(struct.pack("<BBhiBBhi", 0xB7, 0, 0, 0, 0x95, 0, 0, 0))
licence = ctypes.create_string_buffer(b"GPL")
about = struct.pack("IIQQ", BPF_PROG_TYPE_SOCKET_FILTER, 2, ctypes.addressof(program), ctypes.addressof(licence))
for command, argument in (
    (BPF_MAP_CREATE, struct.pack("4I", BPF_MAP_TYPE_ARRAY, 4, 8, 1)),
    (BPF_PROG_LOAD, about.ljust(72, b"\0")),
):
    found = libc.syscall(NUMBER, command, argument, len(argument))
    print("THROUGH" if found >= 0 else os.strerror(ctypes.get_errno()), found)


def outer_sum(a, b):
    return a
