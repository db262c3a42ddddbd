"""Puts a named pipe where the results should be, so that whoever opens them waits for ever.

Family: B13
Refused as failed: no profile makes special files.
"""

import os

TARGETS = {}

try:
    os.mkfifo(f"{TARGETS['folder']}/{TARGETS['mark']}-pipe")
    print("THROUGH", "a pipe")
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
