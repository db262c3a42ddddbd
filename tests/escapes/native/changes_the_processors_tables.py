"""Changes the segments and the ports that the processor lets it use, calls of the days before protection.

Family: D38
Only when confined: only some processors and kernels have them.
Refused as failed: a call that is not on the list of allowed ones does not exist.
"""

import ctypes
import os
import struct

MODIFY_LDT, IOPL, IOPERM = 154, 172, 173

libc = ctypes.CDLL(None, use_errno=True)
if os.uname().machine == "x86_64":
    entry = struct.pack("4I", 0, 0, 0xFFFFF, 0x11)
    for answer in (
        libc.syscall(MODIFY_LDT, 1, entry, len(entry)),
        libc.syscall(IOPL, 3),
        libc.syscall(IOPERM, 0x80, 1, 1),
    ):
        print("THROUGH" if answer >= 0 else os.strerror(ctypes.get_errno()), answer)


def outer_sum(a, b):
    return a
