"""Turns itself into another program, which keeps every right and every open pipe it has.

Family: D38
Refused as failed: no profile executes a program, and none lies where the hand-in runs.
"""

import os

for program in ("/bin/echo", "/usr/bin/echo", "/lib64/ld-linux-x86-64.so.2"):
    try:
        os.execv(program, [program, "THROUGH"])
    except OSError as error:
        print(program, error)


def outer_sum(a, b):
    return a
