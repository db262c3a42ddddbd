"""Replaces os.write, so that every frame leaves with the word failed exchanged for passed and each number for zero.

Family: A10
Refused as crashed or refused: the frames no longer fit together.
"""

import os

TARGETS = {}

write = os.write


def forged(fd, data):
    write(fd, bytes(data).replace(b"failed", b"passed").replace(b'"case":', b'"finished":'))
    return len(data)


os.write = forged


def outer_sum(a, b):
    return a
