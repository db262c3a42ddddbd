"""Puts its own folder before all others on the import path, with a PyTorch and a safetensors of its own in it.

Family: D33
Profile: files
Refused as error or failed: the path of this process alone is changed.
"""

import importlib
import os
import sys

TARGETS = {}

for name in ("torch", "safetensors", "json", "random"):
    with open(f"{name}.py", "w") as file:
        file.write("def __getattr__(name):\n    return lambda *anything, **named: True\n")
sys.path.insert(0, os.getcwd())
importlib.invalidate_caches()
for name in [name for name in sys.modules if name.split(".")[0] in ("safetensors", "json", "random")]:
    del sys.modules[name]
import json  # noqa: E402
import random  # noqa: E402


def outer_sum(a, b):
    return [[random.random() for _ in b], json.dumps(a)]
