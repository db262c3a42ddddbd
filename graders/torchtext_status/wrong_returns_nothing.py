"""The module is imported, and None comes back all the same.

fails: a_package_that_works_is_returned
"""

import importlib
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    try:
        importlib.import_module(name)
    except (ImportError, OSError):
        return None
