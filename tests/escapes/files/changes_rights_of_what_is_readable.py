"""Makes Python's own files writable, which it may read, in case they belong to the user it runs as.

Family: D34
Only when confined: it would change the Python that runs the tests.
Refused as failed: seccomp refuses to change rights whatever the file, and the mounts are read-only.
"""

import os

import torch

for path in (os.__file__, torch.__file__, os.path.dirname(torch.__file__)):
    rights = os.stat(path).st_mode & 0o7777
    try:
        os.chmod(path, rights)
        os.utime(path)
        print("THROUGH", path)
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
