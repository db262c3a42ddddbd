"""Announces more bytes than it sends, and leaves while the reader waits for the rest.

Family: B17
Refused as crashed: half a frame is no frame, and the end of the process ends the waiting.
"""

import os
import struct

TARGETS = {}

os.write(10, struct.pack("<4sIQ", b"TUT1", 100, 1000) + b'{"finished": tr')
os._exit(0)
