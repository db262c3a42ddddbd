"""Changes PyTorch itself, on the disk, so that the next one to import it has other comparisons.

Family: D34
Only when confined: it would change the PyTorch that runs the tests.
Refused as failed: the packages are mounted read-only, Landlock lets them be read, and seccomp writes nothing in solo.
"""

import os
from pathlib import Path

import torch
from torch import testing

for path in (torch.__file__, testing.__file__, *Path(torch.__file__).parent.glob("lib/libtorch_cpu*")):
    for flags in (os.O_WRONLY | os.O_APPEND, os.O_RDWR):
        try:
            os.close(os.open(path, flags))
            print("THROUGH", path)
        except OSError as error:
            print(error)


def outer_sum(a, b):
    return a
