"""Looks for a compiler and starts it, to have code of its own that nobody has seen.

Family: D38
Only when confined: the machine may have no compiler.
Refused as failed: no profile executes a program, and none lies where the hand-in runs.
"""

import subprocess

for compiler in ("/usr/bin/cc", "/usr/bin/gcc", "/usr/bin/clang", "/usr/local/cuda/bin/nvcc"):
    try:
        print("THROUGH", subprocess.check_output([compiler, "--version"], text=True))
    except (OSError, subprocess.SubprocessError) as error:
        print(error)


def outer_sum(a, b):
    return a
