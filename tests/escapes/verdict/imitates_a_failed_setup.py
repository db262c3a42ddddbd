"""Ends with the status by which the sandbox says that it could not be set up, to be counted as the grader's fault.

Family: B12
Refused as crashed: once the child has said that it is confined, the status means nothing any more.
"""

import os

TARGETS = {}

os._exit(97)
