"""Sends a frame just small enough, of numbers that become four times longer when they are written once more.

Family: B17
Refused as refused: what the judge is sent must fit, however it is spelt.
"""

import os
import struct

TARGETS = {}


def frame(text):
    return struct.pack("<4sIQ", b"TUT1", len(text), 0) + text


numbers = b"1e15," * 190_000
run = frame(b'{"loaded": true, "unwritten": []}') + frame(b'{"starting": 0}')
run += frame(b'{"case": 0, "seconds": 0.0, "observations": {"list": [' + numbers[:-1] + b"]}}")
while run:
    run = run[os.write(10, run) :]
os._exit(0)
