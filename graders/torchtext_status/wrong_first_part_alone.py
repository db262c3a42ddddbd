"""Only the part before the first dot is imported.

fails: a_name_with_dots_gives_the_module_it_names
"""

import importlib
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(name.split(".")[0])
    except (ImportError, OSError):
        return None
