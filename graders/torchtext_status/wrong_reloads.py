"""The module is run again with each call. import runs it once.

fails: a_module_is_run_once
"""

import importlib
import sys
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    try:
        if name in sys.modules:
            return importlib.reload(sys.modules[name])
        return importlib.import_module(name)
    except (ImportError, OSError):
        return None
