"""Changes when another's file was last written, so that a build believes it to be newer than it is.

Family: D34
Refused as failed: Landlock does not cover times, so seccomp refuses the call to every profile.
"""

import os

TARGETS = {}

for times in (None, (1, 1)):
    try:
        os.utime(TARGETS["victim_file"], times)
        print("THROUGH", os.stat(TARGETS["victim_file"]).st_mtime)
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
