"""Reads the environment of another process of the same user, where tokens are kept.

Family: D32
Refused as failed: there is no /proc where the hand-in runs.
"""

from pathlib import Path

TARGETS = {}

try:
    print("THROUGH", Path(f"/proc/{TARGETS['victim']}/environ").read_bytes())
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
