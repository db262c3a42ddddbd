"""Forges a complete run whose cases observe nothing at all, so that there is nothing to find wrong.

Family: B12
Refused as failed: each name that the reference's observations have must be there.
"""

import os

from tutor.wire import pack

TARGETS = {}

CASES = 5
os.write(10, pack({"loaded": True, "unwritten": []}))
for number in range(CASES):
    os.write(10, pack({"starting": number}) + pack({"case": number, "seconds": 0.0, "observations": {"dict": []}}))
os.write(10, pack({"finished": True}))
os._exit(0)
