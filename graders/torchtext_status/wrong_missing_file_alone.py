"""Of OSError only FileNotFoundError is caught. The usual one, with a library that does not fit, is a plain
OSError.

fails: a_library_that_cannot_be_loaded_gives_none
"""

import importlib
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(name)
    except (ImportError, FileNotFoundError):
        return None
