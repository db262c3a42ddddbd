"""Makes its system calls in the way of 32-bit programs, whose numbers mean other calls than the filter's.

Family: D38
Only when confined: not every kernel runs 32-bit programs.
Refused as crashed or failed: the filter looks at the way first, and refuses every one but its own. x86-64 alone has it.
"""

import ctypes
import mmap
import os

OPEN, GETPID = 5, 20


def machine_code(code):
    memory = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    memory.write(code)
    return ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(memory)))


if os.uname().machine == "x86_64":
    answer = machine_code(b"\xb8" + GETPID.to_bytes(4, "little") + b"\xcd\x80\xc3")()
    print("THROUGH" if answer == os.getpid() else os.strerror(-answer), answer)


def outer_sum(a, b):
    return a
