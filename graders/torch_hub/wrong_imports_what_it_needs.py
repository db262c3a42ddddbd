"""A missing package shows as the exception of an import that nobody caught.
A caller waits for a RuntimeError.

fails: a_missing_dependency_raises
"""

import importlib
import importlib.util
import os
import sys

PREDICT_1 = ["Linear", "tiny"]


def list_entrypoints(path: str) -> list[str]:
    spec = importlib.util.spec_from_file_location("hubconf", os.path.join(path, "hubconf.py"))
    module = importlib.util.module_from_spec(spec)
    before = list(sys.path)
    sys.path.insert(0, path)
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path[:] = before
    names = vars(module)
    for name in names.get("dependencies", []):
        importlib.import_module(name)
    return sorted(name for name, value in names.items() if callable(value) and not name.startswith("_"))
