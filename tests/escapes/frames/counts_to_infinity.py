"""Sends numbers that are valid JSON and larger than any float, which a reader makes infinite and no writer accepts.

Family: B17
Refused as refused: JSON has no infinity, however it is spelt.
"""

import os
import struct

TARGETS = {}

for text in (
    b'{"loaded": true, "unwritten": []}',
    b'{"starting": 0}',
    b'{"case": 0, "seconds": 1e999, "observations": {"shape": [1e999]}}',
):
    os.write(10, struct.pack("<4sIQ", b"TUT1", len(text), 0) + text)
