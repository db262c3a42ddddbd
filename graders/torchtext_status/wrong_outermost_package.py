"""`__import__` gives the outermost package of a name with dots.

fails: a_name_with_dots_gives_the_module_it_names
"""

from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    try:
        return __import__(name)
    except (ImportError, OSError):
        return None
