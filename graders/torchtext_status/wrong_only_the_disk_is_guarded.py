"""OSError is caught, and a package that is not installed raises ModuleNotFoundError.

fails: what_is_not_there_gives_none
"""

import importlib
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(name)
    except OSError:
        return None
