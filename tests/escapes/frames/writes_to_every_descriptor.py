"""Writes a forged run to every descriptor from 0 to 255, also to copies of each that it makes first.

Family: B12
Refused as refused: on the one that carries results, a second run is not in order.
"""

import contextlib
import os

from tutor.wire import pack

TARGETS = {}

run = pack({"loaded": True, "unwritten": []}) + pack({"finished": True}) + b'{"outcome": "passed"}\n'
for fd in range(256):
    with contextlib.suppress(OSError):
        os.write(os.dup(fd), run)
    with contextlib.suppress(OSError):
        os.write(fd, run)
