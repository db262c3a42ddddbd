"""When a package is missing, the folder stays on sys.path.
The exception that is raised here comes before the line that would have cleaned up.

fails: the_process_is_as_it_was
"""

import importlib.util
import os
import sys

PREDICT_1 = ["Linear", "tiny"]


def list_entrypoints(path: str) -> list[str]:
    spec = importlib.util.spec_from_file_location("hubconf", os.path.join(path, "hubconf.py"))
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, path)
    spec.loader.exec_module(module)
    names = vars(module)
    missing = [name for name in names.get("dependencies", []) if importlib.util.find_spec(name) is None]
    if missing:
        raise RuntimeError(f"not found: {missing}")
    sys.path.remove(path)
    return sorted(name for name, value in names.items() if callable(value) and not name.startswith("_"))
