"""Starts a program by posix_spawn, which makes and executes in one call of the C library.

Family: D38
Refused as failed: no profile executes a program, and none lies where the hand-in runs.
"""

import os

try:
    child = os.posix_spawn("/bin/sh", ["sh", "-c", "echo THROUGH"], {})
    print(os.waitpid(child, 0))
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
