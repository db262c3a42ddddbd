"""Sets the limits of another process: no file may be written any more, and no descriptor opened.

Family: D39
Refused as failed: limits can be read, and only one's own.
"""

import resource

TARGETS = {}

for limit in (resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE):
    try:
        print("THROUGH", resource.prlimit(TARGETS["victim"], limit, (0, 0)))
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
