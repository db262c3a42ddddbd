"""True or False comes back. What is asked for is the module itself, or None.

fails: a_package_that_works_is_returned
"""

import importlib
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    try:
        importlib.import_module(name)
        return True
    except (ImportError, OSError):
        return None
