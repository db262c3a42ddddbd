"""Ends the process with status 0 while it is being imported, before any handler of Python's can run.

Family: A2
Refused as crashed: only the frame that ends a run, after one for each case, makes a run complete.
"""

import os

TARGETS = {}

os._exit(0)
