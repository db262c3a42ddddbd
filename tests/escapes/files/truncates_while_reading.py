"""Opens another's file for reading only, but has it emptied on the way, which older Landlock does not see.

Family: D34
Refused as failed: the flags of open are judged by seccomp too.
"""

import os

TARGETS = {}

try:
    os.open(TARGETS["victim_file"], os.O_RDONLY | os.O_TRUNC)
    print("THROUGH", "emptied")
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
