"""From the package inwards, one part after the other; the exception looked at by hand."""

import importlib
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    path, module = "", None
    for part in name.split("."):
        path = f"{path}.{part}" if path else part
        try:
            module = importlib.import_module(path)
        except Exception as error:
            if isinstance(error, ImportError) or isinstance(error, OSError):
                return None
            raise
    return module
