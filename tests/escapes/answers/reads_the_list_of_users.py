"""Reads who has an account here, and what lies in their home folders.

Family: D32
Refused as failed: neither /etc nor a home folder exists where the hand-in runs.
"""

import os
from pathlib import Path

try:
    users = Path("/etc/passwd").read_text().splitlines()
    print("THROUGH", users[0])
    for user in users:
        home = user.split(":")[5]
        print(home, os.listdir(home)[:5] if os.access(home, os.R_OK) else "closed")
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
