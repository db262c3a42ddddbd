"""Sends random bytes, and an honest frame behind them, for a reader that searches for the next beginning.

Family: B17
Refused as refused: the first byte that is out of place ends the reading.
"""

import os

from tutor.wire import pack

TARGETS = {}

os.write(10, os.urandom(64).replace(b"T", b"t") + pack({"loaded": True, "unwritten": []}) + pack({"finished": True}))
