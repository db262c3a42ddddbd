"""A name is listed although the value it has in the end cannot be called.
What counts is what the name holds once the file has run.

fails: what_cannot_be_called_is_not_listed
"""

import ast
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
    with open(os.path.join(path, "hubconf.py")) as file:
        tree = ast.parse(file.read())
    defined = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    called = {name for name, value in names.items() if callable(value)}
    return sorted(name for name in defined | called if not name.startswith("_"))
