"""Sends JSON that is nested a hundred thousand deep, to overflow the stack of whoever reads it.

Family: B17
Refused as refused: the reader gives up at Python's own limit and says that this is no JSON.
"""

import os
import struct

TARGETS = {}

text = b'{"case":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
os.write(10, struct.pack("<4sIQ", b"TUT1", len(text), 0) + text)
