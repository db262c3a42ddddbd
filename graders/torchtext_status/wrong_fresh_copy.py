"""Each call makes a module of its own, and runs the package again. import keeps the one that there is.

fails: a_module_is_run_once
"""

import importlib
import sys
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    try:
        importlib.import_module(name)
        sys.modules.pop(name)
        return importlib.import_module(name)
    except (ImportError, OSError):
        return None
