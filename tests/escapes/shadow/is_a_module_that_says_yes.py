"""Answers for every name that could be looked up in its module, with something equal to everything.

Family: D33
Refused as failed: a name that says yes is no table.
"""

import sys
import types

TARGETS = {}


class Yes(types.ModuleType):
    def __getattr__(self, name):
        return lambda *anything, **named: self

    def __eq__(self, other):
        return True

    __hash__ = types.ModuleType.__hash__


sys.modules[__name__].__class__ = Yes
