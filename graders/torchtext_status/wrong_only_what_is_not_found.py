"""Only ModuleNotFoundError is caught. A name that another package no longer has raises ImportError, of which it
is one kind.

fails: what_lacks_something_gives_none
"""

import importlib
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(name)
    except (ModuleNotFoundError, OSError):
        return None
