"""Makes a timer that signals a thread of its choice, and has the clock of another process's thread ask for it.

Family: D39
Refused as failed: timers that signal are not among those that Python needs.
"""

import ctypes
import os
import signal
import struct

TARGETS = {}
SIGEV_THREAD_ID = 4
NUMBER = {"x86_64": 222, "aarch64": 107}[os.uname().machine]

libc = ctypes.CDLL(None, use_errno=True)
timer = ctypes.c_int()
for clock, thread in ((0, TARGETS["victim"]), (~TARGETS["victim"] << 3 | 2, os.getpid())):
    event = struct.pack("Piii48x", 0, signal.SIGKILL, SIGEV_THREAD_ID, thread)
    answer = libc.syscall(NUMBER, ctypes.c_int(clock), event, ctypes.byref(timer))
    print("THROUGH" if answer == 0 else os.strerror(ctypes.get_errno()), clock)


def outer_sum(a, b):
    return a
