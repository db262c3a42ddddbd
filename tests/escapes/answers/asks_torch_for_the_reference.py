"""Has PyTorch's C++ map the reference into a tensor, past every Python function that opens files.

Family: D32
Refused as failed: whoever opens the file, the kernel is asked, and Landlock does not open it.
"""

import os

import torch

TARGETS = {}

try:
    found = torch.from_file(TARGETS["reference"], size=os.stat(TARGETS["reference"]).st_size, dtype=torch.uint8)
    print("THROUGH", bytes(found.tolist()).decode())
except (OSError, RuntimeError) as error:
    print(error)


def outer_sum(a, b):
    return a
