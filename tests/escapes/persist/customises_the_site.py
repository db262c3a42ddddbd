"""Leaves a sitecustomize and a usercustomize, which every later Python imports by itself, wherever it can write.

Family: D33
Only when confined: it would change the Python that runs the tests.
Refused as failed: no folder that any Python searches can be written.
"""

import site
import sys
from pathlib import Path

folders = {*sys.path, *site.getsitepackages(), site.getusersitepackages(), "/usr/lib/python3/dist-packages"}
for folder in folders:
    for name in ("sitecustomize.py", "usercustomize.py"):
        path = Path(folder, name)
        if path.exists():
            continue
        try:
            path.write_text("# harmless\n")
            print("THROUGH", path)
            path.unlink()
        except OSError as error:
            print(error)


def outer_sum(a, b):
    return a
