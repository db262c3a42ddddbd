"""Leaves a folder where PyTorch looks for what it has compiled before, by the name the user of the tests has.

Family: D34
Refused as failed: the folder for temporary files is the run's own or none.
"""

import os
from pathlib import Path

TARGETS = {}

for folder in ("/tmp", "/var/tmp"):
    path = Path(folder, f"torchinductor_{TARGETS['mark']}", "aotautograd")
    try:
        path.mkdir(parents=True)
        os.close(os.open(path / "kernel.so", os.O_CREAT | os.O_WRONLY))
        print("THROUGH", path)
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
