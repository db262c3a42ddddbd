"""Executes instructions that only the kernel may, and one that stops for a debugger.

Family: D38
Refused as crashed or failed: the processor refuses, the kernel ends the process, and that is no pass.
"""

import ctypes
import mmap
import os

CODE = {"x86_64": b"\xcc\xfa\xf4", "aarch64": bytes.fromhex("000020d4")}[os.uname().machine]

memory = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
memory.write(CODE)
ctypes.CFUNCTYPE(None)(ctypes.addressof(ctypes.c_char.from_buffer(memory)))()


def outer_sum(a, b):
    return a
