"""Sends the words NaN and Infinity, which Python's JSON reads although JSON does not have them.

Family: B17
Refused as refused: they are refused as any other word is.
"""

import os
import struct

TARGETS = {}

text = b'{"starting": NaN, "seconds": -Infinity}'
os.write(10, struct.pack("<4sIQ", b"TUT1", len(text), 0) + text)
