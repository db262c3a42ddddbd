"""A package that is not installed raises. It gives None.

fails: what_is_not_there_gives_none
"""

import importlib
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    return importlib.import_module(name)
