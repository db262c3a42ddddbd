"""Sends a frame of raw characters outside ASCII, each of which takes three times the room when it is escaped.

Family: B17
Refused as refused or failed: what the judge is sent must fit, in whatever way its text is written.
"""

import os
import struct

TARGETS = {}


def frame(text):
    return struct.pack("<4sIQ", b"TUT1", len(text), 0) + text


run = frame(b'{"loaded": true, "unwritten": []}') + frame(b'{"starting": 0}')
text = '{"case": 0, "seconds": 0.0, "observations": {"opaque": ["' + "\U0001f600" * 240_000 + '", ""]}}'
run += frame(text.encode())
while run:
    run = run[os.write(10, run) :]
os._exit(0)
