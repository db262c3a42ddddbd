"""It is asked whether the outer package is there. It may be there without the module inside.

fails: what_is_not_there_gives_none
"""

import importlib.util
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    if importlib.util.find_spec(name.split(".")[0]) is None:
        return None
    try:
        return importlib.import_module(name)
    except OSError:
        return None
