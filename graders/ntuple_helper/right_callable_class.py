"""A class whose objects are called, with a loop that collects the entries; tuples are handed back as they are."""

import collections.abc

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


class Parser:
    def __init__(self, times):
        self.times = times

    def __call__(self, value):
        if isinstance(value, tuple):
            return value
        entries = []
        if isinstance(value, collections.abc.Iterable):
            for entry in value:
                entries.append(entry)
        else:
            for _ in range(self.times):
                entries.append(value)
        return tuple(entries)


_ntuple = Parser
