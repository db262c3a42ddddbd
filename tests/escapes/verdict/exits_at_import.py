"""Leaves Python with exit status 0 while it is being imported, which a grader that reads exit codes takes for success.

Family: A1
Refused as error: a run that ends before its observations is never a pass, whatever its exit status.
"""

import sys

sys.exit(0)
