"""Writes machine code of its own into memory and opens the secret file with it, past every library there is.

Family: D38
Refused as failed: it is the kernel that refuses, whoever asks.
"""

import ctypes
import mmap
import os

TARGETS = {}
# Move the arguments to where the kernel looks for them, ask, return.
CODE = {
    "x86_64": bytes.fromhex("4889f8 4889f7 4889d6 4889ca 4d89c2 0f05 c3"),
    "aarch64": bytes.fromhex("e80300aa e00301aa e10302aa e20303aa e30304aa 010000d4 c0035fd6"),
}[os.uname().machine]
OPENAT = {"x86_64": 257, "aarch64": 56}[os.uname().machine]

memory = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
memory.write(CODE)
call = ctypes.CFUNCTYPE(ctypes.c_long, *[ctypes.c_long] * 2, ctypes.c_char_p, *[ctypes.c_long] * 2)
ask = call(ctypes.addressof(ctypes.c_char.from_buffer(memory)))
answer = ask(OPENAT, -100, TARGETS["secret_file"].encode(), os.O_RDONLY, 0)
print("THROUGH" if answer >= 0 else os.strerror(-answer), os.read(answer, 100) if answer >= 0 else "")


def outer_sum(a, b):
    return a
