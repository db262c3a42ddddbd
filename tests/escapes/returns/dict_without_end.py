"""Returns dicts that say they are short and yield entries for ever.

Family: C19
Refused as timeout or out_of_memory: going through them happens in the sandbox, and ends at one of its limits.
"""

import itertools

TARGETS = {}


class Endless(dict):
    def __len__(self):
        return 1

    def __iter__(self):
        return itertools.count()

    keys = __iter__

    def items(self):
        return ((number, bytes(1 << 16)) for number in itertools.count())


def outer_sum(a, b):
    return Endless()
