"""Every exception is taken for a missing package. A mistake in it is hidden that way, and looked for in the
wrong place.

fails: a_mistake_in_the_package_comes_out
"""

import importlib
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(name)
    except Exception:
        return None
