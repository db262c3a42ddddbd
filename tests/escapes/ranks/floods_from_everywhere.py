"""Has eight processes send frames as fast as they can, to keep the supervisor reading for ever.

Family: C30
Profile: multi
Refused as refused: the first frame out of place, or one too many, ends the run.
"""

import os

from tutor.wire import pack

TARGETS = {}

frames = pack({"starting": 0}) * 100
for _ in range(8):
    if os.fork() == 0:
        while True:
            os.write(10, frames)


def outer_sum(a, b):
    while True:
        os.write(10, frames)
