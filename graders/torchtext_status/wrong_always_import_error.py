"""Other exceptions are turned into ImportError. They come out as they are.

fails: a_mistake_in_the_package_comes_out
"""

import importlib
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(name)
    except (ImportError, OSError):
        return None
    except Exception as error:
        raise type(error)("the package is broken") from error
