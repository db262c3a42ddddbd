"""Prints ten megabytes without a line break, past what a log, a terminal or a report can hold.

Family: B11
Refused as error or failed: little is kept, and a program that goes on printing is stopped, if it has not ended.
"""

import os

TARGETS = {}


def outer_sum(a, b):
    for _ in range(160):
        os.write(1, b"passed " * 9362)
    return a
