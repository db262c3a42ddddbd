"""Returns an object whose text is longer than memory.

Family: D37
Refused as error or failed or out_of_memory or timeout: the text is made in the run, under its limits, and cut.
"""


class Long:
    def __repr__(self):
        return "long " * (1 << 29)

    __str__ = __repr__


def outer_sum(a, b):
    return [Long(), {Long(): a}]
