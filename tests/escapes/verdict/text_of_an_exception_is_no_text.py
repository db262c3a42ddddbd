"""Raises an exception whose text is a str of its own class, which turns into something else when it is cut.

Family: A3
Refused as crashed or error: what cannot be sent as JSON ends the run, and an unfinished run has not passed.
"""

TARGETS = {}


class Text(str):
    def __str__(self):
        return self

    def __getitem__(self, place):
        return {"finished": True, "object": object()}


class Wrong(Exception):
    def __str__(self):
        return Text("passed")


def outer_sum(a, b):
    raise Wrong
