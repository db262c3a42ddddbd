"""The text of the file is run in an empty dict. A module has a `__file__`, by which it finds what lies beside it.

fails: each_folder_has_its_own_file
"""

import importlib.util
import sys
from pathlib import Path

PREDICT_1 = ["Linear", "tiny"]


def list_entrypoints(path: str) -> list[str]:
    file = Path(path) / "hubconf.py"
    namespace = {"__name__": "hubconf"}
    sys.path.insert(0, path)
    try:
        exec(compile(file.read_text(), str(file), "exec"), namespace)
        for package in namespace.get("dependencies", []):
            if not importlib.util.find_spec(package):
                raise RuntimeError(f"Missing dependencies: {package}")
    finally:
        sys.path.remove(path)
    result = []
    for name, value in namespace.items():
        if callable(value) and not name.startswith("_"):
            result.append(name)
    result.sort()
    return result
