"""It is looked whether the package can be found, and then it is imported without a guard. A package can be there
and fail.

fails: what_lacks_something_gives_none
"""

import importlib.util
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    try:
        found = importlib.util.find_spec(name)
    except ModuleNotFoundError:
        found = None
    return importlib.import_module(name) if found else None
