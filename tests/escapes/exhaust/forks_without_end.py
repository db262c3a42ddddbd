"""Forks, and lets every process fork, as fast as it can.

Family: D37
Profile: multi
Only when confined: the machine would stand still.
Refused as error or timeout or crashed or failed: processes have a limit, and end together.
"""

import os

while True:
    try:
        os.fork()
    except OSError:
        continue


def outer_sum(a, b):
    return a
