"""Runs the file with runpy, which gives back its namespace."""

import os
import runpy
import sys
from importlib.util import find_spec
from unittest.mock import patch

PREDICT_1 = ["Linear", "tiny"]


def list_entrypoints(path: str) -> list[str]:
    with patch.object(sys, "path", [path, *sys.path]):
        names = runpy.run_path(os.path.join(path, "hubconf.py"))
    if not all(find_spec(package) for package in names.get("dependencies") or ()):
        raise RuntimeError("a package is missing")
    return sorted(filter(lambda name: name[0] != "_" and hasattr(names[name], "__call__"), names))
