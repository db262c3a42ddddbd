"""Only modules that were imported before are found.

fails: a_package_that_works_is_returned
"""

import sys
from types import ModuleType

PREDICT_1 = "nn nn"


def optional_import(name: str) -> ModuleType | None:
    return sys.modules.get(name)
