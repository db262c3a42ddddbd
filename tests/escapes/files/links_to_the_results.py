"""Gives another's file a second name of its own, to change it later when nobody looks at the first.

Family: D34
Refused as failed: the file does not exist where the hand-in runs, and a link across folders is refused by Landlock.
"""

import os

TARGETS = {}

for target in (f"{TARGETS['folder']}/{TARGETS['mark']}", f"{os.environ['HOME']}/results"):
    try:
        os.link(TARGETS["victim_file"], target)
        print("THROUGH", target)
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
