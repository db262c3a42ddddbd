"""Sends a whole number of a hundred thousand digits, which takes Python seconds to read, if it reads it.

Family: B17
Refused as refused: a number with more digits than Python converts is no valid JSON.
"""

import os
import struct

TARGETS = {}

text = b'{"starting": ' + b"9" * 100_000 + b"}"
os.write(10, struct.pack("<4sIQ", b"TUT1", len(text), 0) + text)
