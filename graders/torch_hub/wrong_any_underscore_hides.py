"""A name with an underscore somewhere in it is left out.
Only an underscore in front marks a helper.

fails: an_underscore_marks_a_helper
"""

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
    missing = [name for name in names.get("dependencies", []) if importlib.util.find_spec(name) is None]
    if missing:
        raise RuntimeError(f"not found: {missing}")
    return sorted(name for name, value in names.items() if callable(value) and "_" not in name)
