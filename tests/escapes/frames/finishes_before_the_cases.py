"""Says that the run is loaded and finished, without a case between, and leaves.

Family: B12
Refused as refused: a run is finished after its last case and not before.
"""

import os

from tutor.wire import pack

TARGETS = {}

os.write(10, pack({"loaded": True, "unwritten": []}) + pack({"finished": True}))
os._exit(0)
