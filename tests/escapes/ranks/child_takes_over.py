"""Forks, lets the process that is watched end with success, and goes on in the child as if nothing had happened.

Family: C30
Profile: multi
Refused as crashed or failed: the run ends with the process started for it, and who writes its frames is all the same.
"""

import os

TARGETS = {}

if os.fork():
    os._exit(0)


def outer_sum(a, b):
    return a
