"""Keeps the frame of the first case and sends it, under the later numbers, for every other one.

Family: B12
Refused as failed: the observations of one case are compared with what is expected of that case.
"""

import sys

TARGETS = {}

zygote = sys.modules["tutor.sandbox.zygote"]
pack = zygote.pack
kept = []


def replayed(body, raw=b""):
    if "case" not in body:
        return pack(body, raw)
    kept.append((body, raw))
    return pack({**kept[0][0], "case": body["case"]}, kept[0][1])


zygote.pack = replayed


def outer_sum(a, b):
    return a[:, None] + b
