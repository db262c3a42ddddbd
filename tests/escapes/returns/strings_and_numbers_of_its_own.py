"""Returns strings, numbers and tuples of classes of its own that change whenever they are read.

Family: C19
Refused as failed: only the exact built-in types travel.
"""

TARGETS = {}


class Number(int):
    def __eq__(self, other):
        return True

    def __abs__(self):
        return Number(0)

    __lt__ = __gt__ = __eq__
    __hash__ = int.__hash__


class Word(str):
    def __getitem__(self, place):
        return Word("passed")

    def __len__(self):
        return 1


class Row(tuple):
    def __iter__(self):
        yield from (0.0, 0.0)


def outer_sum(a, b):
    return [Number(1), Word("x"), Row((1, 2)), {Word("key"): Number(3)}]
