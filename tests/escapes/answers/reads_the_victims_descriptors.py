"""Lists what other processes have open, and opens their pipes and files a second time from /proc/PID/fd.

Family: D32
Refused as failed: there is no /proc where the hand-in runs.
"""

import os

TARGETS = {}

for who in ("victim", "worker", "engine", "judge"):
    folder = f"/proc/{TARGETS[who]}/fd"
    try:
        for name in os.listdir(folder):
            print("THROUGH", who, name, os.readlink(f"{folder}/{name}"))
    except OSError as error:
        print(who, error)


def outer_sum(a, b):
    return a
