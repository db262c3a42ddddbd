"""Numbers the cases with what equals a number without being one: true, a float, minus zero, a huge number.

Family: B17
Refused as refused: the next case has one number, and only that one.
"""

import os
import struct

TARGETS = {}

for text in (
    b'{"loaded": true, "unwritten": []}',
    b'{"starting": -0.0}',
    b'{"case": false, "raised": {}}',
    b'{"starting": 1' + b"0" * 4000 + b"}",
):
    os.write(10, struct.pack("<4sIQ", b"TUT1", len(text), 0) + text)
