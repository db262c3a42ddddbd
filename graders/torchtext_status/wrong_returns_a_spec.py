"""A spec comes back: where the module is, not the module. Nothing was imported.

fails: a_package_that_works_is_returned
"""

import importlib.util
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    try:
        return importlib.util.find_spec(name)
    except (ImportError, OSError):
        return None
