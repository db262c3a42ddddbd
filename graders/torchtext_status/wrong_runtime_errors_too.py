"""RuntimeError is caught as well. It says that the package is there, and that something in it is wrong.

fails: a_mistake_in_the_package_comes_out
"""

import importlib
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(name)
    except (ImportError, OSError, RuntimeError):
        return None
