"""The second folder gives the names of the first.
An `import` looks into sys.modules first, and there is a hubconf already.

fails: each_folder_has_its_own_file
"""

import importlib.util
import sys

PREDICT_1 = ["Linear", "tiny"]


def list_entrypoints(path: str) -> list[str]:
    before = list(sys.path)
    sys.path.insert(0, path)
    try:
        module = importlib.import_module("hubconf")
    finally:
        sys.path[:] = before
    names = vars(module)
    missing = [name for name in names.get("dependencies", []) if importlib.util.find_spec(name) is None]
    if missing:
        raise RuntimeError(f"not found: {missing}")
    return sorted(name for name, value in names.items() if callable(value) and not name.startswith("_"))
