"""Makes a file of a terabyte that has no content, for whoever copies or packs it to choke on.

Family: D35
Profile: files
Only when confined: it leaves the file where others would meet it.
Refused as crashed or failed: a file has a largest size, also a sparse one.
"""

import os
from pathlib import Path

TARGETS = {}

path = Path(os.environ["HOME"], "sparse")
try:
    with path.open("wb") as file:
        file.seek(1 << 40)
        file.write(b"!")
    print("THROUGH", path.stat().st_size)
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
