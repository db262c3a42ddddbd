"""Borrows the functions that torch.hub.load uses for a local folder."""

import os

from torch import hub

PREDICT_1 = ["Linear", "tiny"]


def list_entrypoints(path: str) -> list[str]:
    with hub._add_to_sys_path(path):
        module = hub._import_module("hubconf.py", os.path.join(path, "hubconf.py"))
        hub._check_dependencies(module)
    return [name for name in dir(module) if callable(getattr(module, name)) and not name.startswith("_")]
