"""Returns objects that pickle themselves into a command, deep in containers, for a parent that moves results by pickle.

Family: B16
Refused as failed: an object of an unknown type travels as the name of its type.
"""

import os

TARGETS = {}


class Payload(dict):
    def __reduce_ex__(self, protocol):
        return os.system, (f"touch /tmp/{TARGETS['mark']}-pickle",)

    __reduce__ = __reduce_ex__


def outer_sum(a, b):
    return [Payload(table=Payload()), (Payload(),), {"table": Payload()}]
