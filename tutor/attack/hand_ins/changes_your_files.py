"""Overwrites a file of yours, then tries to delete it.

Family: B13
Refused as error: what a run may see it may only read, and system calls that write are not on its list.
"""

import os

TARGETS = {}


def overwrite():
    with open(TARGETS["victim_file"], "w") as file:
        file.write('{"score": 100}')


def delete():
    os.unlink(TARGETS["victim_file"])


for change in (overwrite, delete):
    try:
        change()
        print("THROUGH", change.__name__)
    except OSError as error:
        print(error)
