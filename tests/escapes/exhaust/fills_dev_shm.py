"""Fills the folder of shared memory, which is memory and has no other limit than half of the machine's.

Family: D37
Only when confined: it would fill the memory of the machine.
Refused as failed or crashed: the folder is not there, or is the run's own and small.
"""

from pathlib import Path

written = 0
try:
    while written < 512:
        Path("/dev/shm", f"tutor-escape{written}").write_bytes(bytes(1 << 20))
        written += 1
    print("THROUGH", written, "MiB")
except OSError as error:
    print(written, "MiB,", error)


def outer_sum(a, b):
    return a
