"""The import itself is the test of whether it works."""

import importlib
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(name)
    except (ImportError, OSError):
        return None
