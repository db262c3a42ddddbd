"""Finds the files of every loaded module and looks around them for the package that judges and for a git history.

Family: D32
Refused as failed: our own package and the checkout around it are left out of what a run may read.
"""

import sys
from pathlib import Path

packages = {Path(module.__file__).parent for name, module in sys.modules.items() if name.split(".")[0] == "tutor"}
for package in packages:
    for interesting in (
        "judge/verdict.py",
        "judge/serve.py",
        "worker/run.py",
        "../.git/HEAD",
        "../.git/config",
        "run.py",
    ):
        try:
            print("THROUGH", interesting, (package / interesting).read_text()[:100].splitlines())
        except OSError as error:
            print(error)


def outer_sum(a, b):
    return a
