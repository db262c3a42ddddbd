"""Opens a file for reading and then once more for writing, by the name of its own descriptor.

Family: D34
Refused as failed: there is no /proc, and a reopened file is judged like any other.
"""

import os

TARGETS = {}

for path in (TARGETS["victim_file"], TARGETS["other_hand_in"]):
    try:
        reading = os.open(path, os.O_PATH)
        writing = os.open(f"/proc/self/fd/{reading}", os.O_WRONLY)
        print("THROUGH", os.write(writing, b"again"))
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
