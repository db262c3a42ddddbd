"""Sends JSON with bytes that are no UTF-8, and with halves of surrogate pairs, raw and escaped.

Family: B17
Refused as refused: text that is not UTF-8 is not read.
"""

import os
import struct

TARGETS = {}

text = b'{"loaded": true, "unwritten": ["\\ud800", "\xed\xa0\x80", "\xff\xfe", "\xc0\xaf"]}'
os.write(10, struct.pack("<4sIQ", b"TUT1", len(text), 0) + text)
