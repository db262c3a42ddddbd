"""Sends many frames, each of them small enough, until far more has come than a run may send.

Family: B17
Refused as refused: the bytes of all frames count together.
"""

import os

from tutor.wire import pack

TARGETS = {}

os.write(10, pack({"loaded": True, "unwritten": []}))
for _ in range(100):
    os.write(10, pack({"starting": 0}, bytes(1 << 20)))
