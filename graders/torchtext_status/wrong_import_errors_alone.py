"""Only ImportError is caught. A library that the system cannot load raises OSError, which is no ImportError.

fails: a_library_that_cannot_be_loaded_gives_none
"""

import importlib
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None
