"""Imports the reference as a module, by the loader that Python itself uses.

Family: D32
Refused as failed: the root folder of the run does not hold the course, and Landlock does not open it.
"""

import importlib.util

TARGETS = {}

spec = importlib.util.spec_from_file_location("reference", TARGETS["reference"])
reference = importlib.util.module_from_spec(spec)
try:
    spec.loader.exec_module(reference)
    print("THROUGH", reference.SECRET)
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
