"""Opens the root folder and climbs from it by "..", in case the root of the run is not the top of what is mounted.

Family: D32
Refused as failed: above the root of the run there is nothing, and Landlock judges the file and not the path.
"""

import os

TARGETS = {}

for start in ("/", "/usr", os.path.dirname(os.__file__), os.curdir):
    try:
        folder = os.open(start, os.O_PATH | os.O_DIRECTORY)
        found = os.open("../" * 40 + TARGETS["reference"].lstrip("/"), os.O_RDONLY, dir_fd=folder)
        print("THROUGH", os.read(found, 2000).decode())
    except OSError as error:
        print(start, error)


def outer_sum(a, b):
    return a
