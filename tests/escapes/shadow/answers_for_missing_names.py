"""Defines nothing but the function Python asks for missing names, which makes up a function for each.

Family: D33
Refused as failed: a made-up function returns a made-up value.
"""

TARGETS = {}


def __getattr__(name):
    return lambda *anything, **named: True
