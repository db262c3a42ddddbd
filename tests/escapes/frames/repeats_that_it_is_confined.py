"""Sends the frame by which the sandbox says that it is up, once more, and the one that blames the sandbox.

Family: B12
Refused as refused: the sandbox says so once, before any line of a hand-in runs.
"""

import os

from tutor.wire import pack

TARGETS = {}

os.write(10, pack({"confined": True}) + pack({"confined": False}))
os._exit(97)
