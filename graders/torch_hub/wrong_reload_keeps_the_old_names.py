"""The second folder gives the names of the first as well.
A module that is loaded again runs in the namespace that it has, and what is there stays.

fails: each_folder_has_its_own_file
"""

import importlib
import importlib.util
import sys

PREDICT_1 = ["Linear", "tiny"]


def list_entrypoints(path: str) -> list[str]:
    before = list(sys.path)
    sys.path.insert(0, path)
    try:
        module = importlib.reload(importlib.import_module("hubconf"))
    finally:
        sys.path[:] = before
    names = vars(module)
    missing = [name for name in names.get("dependencies", []) if importlib.util.find_spec(name) is None]
    if missing:
        raise RuntimeError(f"not found: {missing}")
    return sorted(name for name, value in names.items() if callable(value) and not name.startswith("_"))
