"""Only what is written as a `def` in the file is listed.
An import or an assignment puts a name into the file's namespace as well, and hub looks there, not at the text.

fails: whatever_can_be_called_is_listed
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
    found = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    return sorted(name for name in found & set(names) if callable(names[name]) and not name.startswith("_"))
