"""Reads what the kernel says of itself: its log, its command line, the symbols it is made of.

Family: D32
Refused as failed: there is no /proc where the hand-in runs, and the log has no system call.
"""

import ctypes
from pathlib import Path

SYSLOG_ACTION_SIZE_BUFFER = 10

libc = ctypes.CDLL(None, use_errno=True)
if libc.klogctl(SYSLOG_ACTION_SIZE_BUFFER, None, 0) > 0:
    print("THROUGH", "the log")
for path in ("/proc/cmdline", "/proc/version", "/proc/modules", "/proc/kallsyms"):
    try:
        print("THROUGH", path, Path(path).read_text()[:100])
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
