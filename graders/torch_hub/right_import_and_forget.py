"""Imports the file by its name, and takes it out of sys.modules again."""

import importlib
import inspect
import sys
from importlib.util import find_spec

PREDICT_1 = ["Linear", "tiny"]


def list_entrypoints(path: str) -> list[str]:
    sys.modules.pop("hubconf", None)
    sys.path.insert(0, path)
    try:
        module = importlib.import_module("hubconf")
    finally:
        sys.path.pop(0)
        sys.modules.pop("hubconf", None)
    missing = [name for name in getattr(module, "dependencies", []) if find_spec(name) is None]
    if missing:
        raise RuntimeError(", ".join(missing))
    return [name for name, _ in inspect.getmembers(module, callable) if not name.startswith("_")]
