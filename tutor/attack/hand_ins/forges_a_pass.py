"""Writes the end of a passed run where results go, then leaves with exit status 0.

Family: B12
Refused as refused: the verdict is reached elsewhere, from observations that are compared there.
"""

import json
import os
import struct


def frame(body):
    text = json.dumps(body).encode()
    return struct.pack("<4sIQ", b"TUT1", len(text), 0) + text


for body in ({"loaded": True, "unwritten": []}, {"outcome": "passed", "score": 100}, {"finished": True}):
    os.write(10, frame(body))
os._exit(0)
