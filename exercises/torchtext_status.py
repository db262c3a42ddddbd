"""A package that may be missing, or broken: use it when it is there, and do without it when it is not.

Read the lesson `torchtext_status`, then complete the function and write down your prediction.
"""

import importlib
from types import ModuleType

# What does the snippet "Predict" of the lesson evaluate to? A string of two words.
PREDICT_1 = ...


def optional_import(name: str) -> ModuleType | None:
    """Import a module if that is possible here.

    name: a name as in an `import` statement: a package, or a module inside of one, such as "torchtext.data".
    Returns the module of exactly that name, the same object that `import` gives, which is run once at most.
    Returns None when it, or something that it needs, is not installed or has no such name (ImportError), and when a
    library that it needs cannot be loaded by the system (OSError).
    Every other exception comes out unchanged: it is a mistake in the package, and no missing one.
    See https://docs.python.org/3/library/importlib.html#importlib.import_module
    """
    # TODO: import by name, and decide which exceptions mean "not here".
    raise NotImplementedError
