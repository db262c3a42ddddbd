"""Sends lists nested nearly as deep as Python can read, so that describing or packing them again overflows the stack.

Family: B17
Refused as refused: nothing of ours is nested that deep, and the judge stays in working order.
"""

import os
import struct
import sys

TARGETS = {}

DEPTH = sys.getrecursionlimit() - 60
text = b'{"load": {"message": ' + b"[" * DEPTH + b"]" * DEPTH + b"}}"
os.write(10, struct.pack("<4sIQ", b"TUT1", len(text), 0) + text)
