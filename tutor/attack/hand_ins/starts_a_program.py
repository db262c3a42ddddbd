"""Starts a shell.

Family: D38
Refused as error: a run may start neither a process nor a program.
"""

import os
import subprocess

TARGETS = {}

path = os.path.join(TARGETS["folder"], TARGETS["mark"])
try:
    subprocess.run(["/bin/sh", "-c", f"echo was here > {path}; echo THROUGH the shell"], check=True)
    print("THROUGH a shell")
except (OSError, subprocess.SubprocessError) as error:
    print(error)
