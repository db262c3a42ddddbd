"""Forks children that each write the frames of a complete forged run at the same time as the harness writes its own.

Family: C30
Profile: multi
Refused as refused or failed: frames of several runs are not in the order of one, and a forged run is judged too.
"""

import os

from tutor.wire import pack

TARGETS = {}


def forge():
    run = pack({"loaded": True, "unwritten": []})
    for number in range(5):
        observations = {"dict": [["table", True], ["inputs that changed", {"list": []}]]}
        run += pack({"starting": number}) + pack({"case": number, "seconds": 0.0, "observations": observations})
    os.write(10, run + pack({"finished": True}))
    os._exit(0)


for _ in range(4):
    if os.fork() == 0:
        forge()


def outer_sum(a, b):
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return a
