"""__import__ for its effect, and the module from sys.modules."""

import sys

PREDICT_1 = "nn nn"


def optional_import(name):
    try:
        __import__(name)
    except ImportError:
        return None
    except OSError as error:
        print(f"{name} is installed, but does not load: {error}")
        return None
    return sys.modules[name]
