"""Raises an exception that is no Exception, whose text cannot be made and whose type name is a sentence.

Family: A3
Refused as error: it is described by plain strings, each of them made where raising is expected.
"""

TARGETS = {}


class Passed(BaseException):
    def __str__(self):
        raise Passed

    __repr__ = __str__


Passed.__name__ = Passed.__qualname__ = "All checks passed"


def outer_sum(a, b):
    raise Passed
