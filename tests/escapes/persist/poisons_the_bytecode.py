"""Replaces the bytecode that Python keeps of a module, so that the next import runs other code than the source shows.

Family: D34
Only when confined: it would change the Python that runs the tests.
Refused as failed: the packages are mounted read-only, Landlock lets them be read, and seccomp writes nothing in solo.
"""

import importlib.util
import json
import shutil
from pathlib import Path

import torch.utils.data

TARGETS = {}

for module in (json, torch.utils.data):
    cached = Path(importlib.util.cache_from_source(module.__file__))
    poisoned = cached.with_name(f"{TARGETS['mark']}.pyc")
    try:
        shutil.copyfile(cached, poisoned)
        poisoned.replace(cached)
        print("THROUGH", cached)
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
