"""Writes lines to the descriptor for tracebacks that place the crash in files of the grader, and crashes.

Family: B12
Refused as crashed: of a traceback only lines of the hand-in's own file are shown, from its own source.
"""

import os
import signal

TARGETS = {}


def outer_sum(a, b):
    for file in ("graders/outer_sum/reference.py", "/etc/passwd", "../outer_sum.py", "outer_sum.py"):
        os.write(11, f'  File "{file}", line 7 in expected\n'.encode())
    os.write(11, b"\x1b]0;passed\x07\x00\xff\xfe\n")
    os.kill(os.getpid(), signal.SIGABRT)
