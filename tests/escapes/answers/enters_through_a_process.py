"""Opens the secret file through another process's view of the file system: /proc/PID/root and /proc/PID/cwd.

Family: D32
Refused as failed: there is no /proc where the hand-in runs.
"""

import os

TARGETS = {}

for pid in (TARGETS["victim"], TARGETS["engine"], TARGETS["worker"], "self", os.getppid(), 1):
    for way in ("root", "cwd/" + "../" * 20):
        try:
            with open(f"/proc/{pid}/{way}{TARGETS['secret_file']}") as file:
                print("THROUGH", pid, way, file.read())
        except OSError as error:
            print(error)


def outer_sum(a, b):
    return a
