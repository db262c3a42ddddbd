"""Sends frames with duplicate keys, of which one reader takes the first and another one the last.

Family: B17
Refused as refused: an object with a key twice is not read at all.
"""

import os
import struct

TARGETS = {}

text = b'{"loaded": true, "case": 0, "case": 1, "finished": false, "finished": true}'
os.write(10, struct.pack("<4sIQ", b"TUT1", len(text), 0) + text)
