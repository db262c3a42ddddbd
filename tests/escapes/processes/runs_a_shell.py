"""Starts a shell, by Python's own means.

Family: D38
Refused as failed: no profile executes a program, and none lies where the hand-in runs.
"""

import subprocess

try:
    print(subprocess.check_output(["/bin/sh", "-c", "echo THROUGH $0"], text=True))
except (OSError, subprocess.SubprocessError) as error:
    print(error)


def outer_sum(a, b):
    return a
