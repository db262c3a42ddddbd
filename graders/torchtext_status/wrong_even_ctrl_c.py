"""Everything is caught, even the key that ends a program.

fails: a_mistake_in_the_package_comes_out
"""

import importlib
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(name)
    except BaseException:
        return None
