"""Opens the null device again and again, until no number is left for a descriptor.

Family: D37
Refused as failed: the number of open files has a limit, for the run alone.
"""

import os

opened = 0
try:
    while opened < 600:
        os.open("/dev/null", os.O_RDONLY)
        opened += 1
    print("THROUGH", opened)
except OSError as error:
    print(opened, error)


def outer_sum(a, b):
    return a
