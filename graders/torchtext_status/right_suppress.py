"""contextlib.suppress, after a look for a spec."""

import importlib.util
from contextlib import suppress

PREDICT_1 = "nn nn"
NOT_HERE = ImportError, OSError


def optional_import(name):
    with suppress(*NOT_HERE):
        if importlib.util.find_spec(name) is not None:
            return importlib.import_module(name)
    return None
