"""The file cannot import the module beside it.
An import looks through sys.path, and the folder is not on it.

fails: it_may_import_its_neighbours
"""

import importlib.util
import os
import sys

PREDICT_1 = ["Linear", "tiny"]


def list_entrypoints(path: str) -> list[str]:
    spec = importlib.util.spec_from_file_location("hubconf", os.path.join(path, "hubconf.py"))
    module = importlib.util.module_from_spec(spec)
    before = list(sys.path)
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path[:] = before
    names = vars(module)
    missing = [name for name in names.get("dependencies", []) if importlib.util.find_spec(name) is None]
    if missing:
        raise RuntimeError(f"not found: {missing}")
    return sorted(name for name, value in names.items() if callable(value) and not name.startswith("_"))
