"""After an exception the current folder is another one, and the folder stays on sys.path.
What has to be undone belongs where an exception cannot skip it.

fails: the_process_is_as_it_was
"""

import importlib.util
import os
import sys

PREDICT_1 = ["Linear", "tiny"]


def list_entrypoints(path: str) -> list[str]:
    spec = importlib.util.spec_from_file_location("hubconf", os.path.join(path, "hubconf.py"))
    module = importlib.util.module_from_spec(spec)
    current, before = os.getcwd(), list(sys.path)
    os.chdir(path)
    sys.path.insert(0, path)
    spec.loader.exec_module(module)
    sys.path[:] = before
    os.chdir(current)
    names = vars(module)
    missing = [name for name in names.get("dependencies", []) if importlib.util.find_spec(name) is None]
    if missing:
        raise RuntimeError(f"not found: {missing}")
    return sorted(name for name, value in names.items() if callable(value) and not name.startswith("_"))
