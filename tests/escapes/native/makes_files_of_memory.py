"""Makes a file that lies in memory alone, to execute from it or to hold what no limit counts.

Family: D38
Refused as failed: seccomp refuses the call, and no profile needs it.
"""

import os

try:
    file = os.memfd_create("program")
    print("THROUGH", os.write(file, b"\x7fELF"))
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
