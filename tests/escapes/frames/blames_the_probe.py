"""Sends, as its first frame, the one that says the course's own probe is broken: a fault that is not the learner's.

Family: B12
Refused as refused: once a hand-in has begun to run, nothing it sends can be the grader's fault.
"""

import os

from tutor.wire import pack

TARGETS = {}

os.write(10, pack({"fault": "the probe does not load: SyntaxError: invalid syntax"}))
os._exit(0)
