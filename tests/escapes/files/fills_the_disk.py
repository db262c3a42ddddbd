"""Writes file after file, each as large as one may be, until the disk is full.

Family: D37
Profile: files
Only when confined: without a limit it fills the disk of the machine.
Refused as failed or error: the scratch folder holds so much and no more.
"""

import os
from pathlib import Path

TARGETS = {}


def outer_sum(a, b):
    written, piece = 0, bytes(16 << 20)
    try:
        while written < 512 << 20:
            Path(os.environ["HOME"], str(written)).write_bytes(piece)
            written += len(piece)
    except OSError as error:
        print(written >> 20, "MiB,", error)
    else:
        print("THROUGH", written >> 20, "MiB on the disk")
    return a
