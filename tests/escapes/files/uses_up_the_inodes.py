"""Makes as many empty files as it can: the disk is not full, but no file can be made any more.

Family: D37
Profile: files
Only when confined: without a limit it uses up the inodes of the machine.
Refused as failed or error or timeout: the scratch folder has a number of files too.
"""

import os

TARGETS = {}

os.chdir(os.environ["HOME"])
made = 0
try:
    while made < 50000:
        os.close(os.open(f"{os.getpid()}-{made}", os.O_CREAT))
        made += 1
    print("THROUGH", made)
except OSError as error:
    print(made, error)


def outer_sum(a, b):
    return a
