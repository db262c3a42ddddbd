"""The folder is the current one, and hubconf is not found.
An import looks through sys.path, and the current folder need not be on it.

fails: public_functions_are_listed_in_order
"""

import importlib
import importlib.util
import os

PREDICT_1 = ["Linear", "tiny"]


def list_entrypoints(path: str) -> list[str]:
    current = os.getcwd()
    os.chdir(path)
    try:
        module = importlib.import_module("hubconf")
    finally:
        os.chdir(current)
    names = vars(module)
    missing = [name for name in names.get("dependencies", []) if importlib.util.find_spec(name) is None]
    if missing:
        raise RuntimeError(f"not found: {missing}")
    return sorted(name for name, value in names.items() if callable(value) and not name.startswith("_"))
