"""Sends a header that announces four gigabytes of JSON and sixteen exabytes of tensors.

Family: B17
Refused as refused: the sizes are read before anything is kept.
"""

import os
import struct

TARGETS = {}

os.write(10, struct.pack("<4sIQ", b"TUT1", 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF))
