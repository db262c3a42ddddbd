"""Executes the text of the file in a dict of its own."""

import importlib.util
import sys
from pathlib import Path

PREDICT_1 = ["Linear", "tiny"]


def list_entrypoints(path: str) -> list[str]:
    file = Path(path) / "hubconf.py"
    namespace = {"__name__": "hubconf", "__file__": str(file)}
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
