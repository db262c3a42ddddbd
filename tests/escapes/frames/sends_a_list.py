"""Sends frames whose JSON is valid but no object: a list, a number, a string.

Family: B17
Refused as refused: a frame is an object.
"""

import os
import struct

TARGETS = {}

for text in (b'["finished", true]', b"1", b'"finished"', b"null"):
    os.write(10, struct.pack("<4sIQ", b"TUT1", len(text), 0) + text)
