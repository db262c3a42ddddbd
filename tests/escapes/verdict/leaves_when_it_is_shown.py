"""Returns an object whose text leaves Python with status 0, for graders that print what they compare.

Family: A3
Refused as error: the text is asked for in the sandbox, where leaving is one more exception.
"""

import sys

TARGETS = {}


class Leaver:
    def __str__(self):
        sys.exit(0)

    __repr__ = __format__ = __str__


def outer_sum(a, b):
    return Leaver()
