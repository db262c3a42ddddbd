"""Writes the frames of a complete run at import, with tables of zeros, and leaves before the honest ones are written.

Family: B12
Refused as failed: frames carry observations, so a forged run is judged like any other.
"""

import os
import sys

import torch

from tutor.observation import encode
from tutor.wire import pack

TARGETS = {}

frame = sys._getframe()
while "request" not in frame.f_locals:
    frame = frame.f_back
os.write(10, pack({"loaded": True, "unwritten": []}))
for number in range(len(frame.f_locals["request"]["cases"])):
    node, raw = encode({"table": torch.zeros(3, 5), "inputs that changed": []})
    os.write(10, pack({"starting": number}) + pack({"case": number, "seconds": 0.0, "observations": node}, raw))
os.write(10, pack({"finished": True}))
os._exit(0)
