"""Writes docs/escapes.md: every hostile hand-in, how it is refused, and which layers would do without the others.

Run as `python tests/escape_matrix.py`, as root on a machine of grade A. It tries every hand-in in every place, and
writes nothing when a test of them fails.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable
from importlib.metadata import version

import pytest
from escape_record import PAGE, fingerprint
from hostile_places import ALONE, BARE, CORPUS, HERE, IS_ROOT, PLACES, WEAKENED, came_of, names_run
from trial import FOUND

from tutor.attack.hostile import Hostile
from tutor.sandbox import layers

TESTS = ("test_fail_closed.py", "test_escapes.py", "test_honest_without_layers.py")
COLUMNS = {
    "none": "bare",
    "Landlock": "landlock-alone",
    "seccomp": "seccomp-alone",
    "root folder": "root-folder-alone",
    "limits": "limits-alone",
}
ALONE_OFF = {
    "Landlock": "without-landlock",
    "seccomp": "without-seccomp",
    "root folder": "without-mountns",
    "limits": "without-rlimits",
}
HEAD = """# Hostile hand-ins, and what stops each

Written by `python tests/escape_matrix.py`; not by hand. Each file of `tests/escapes` and `tutor/attack/hand_ins` was
handed in for real, in all of these places:

{places}

"Without" has one layer of the sandbox switched off, and "bare" all of them. What could harm the machine is not tried
there.

All of it held at `{held}`:
no hand-in passed, none was taken for a fault of the grader, and with every layer none reached anything outside. No code
ran either when one step of its confinement was made to fail, whichever step that was (`tests/test_fail_closed.py`). The
number stands for the program that grades, the hand-ins and what tries them. When one of these has changed, a test fails
until the page is written anew.

That was on {system}. Another kernel may do otherwise. So wherever the tests run,
they try every hand-in "here", each time. The other places have their turn, two of them every day, and so have the steps
of the confinement.

In the table:

- Under "none" and the four layers alone, **through** means that the trick reached something outside, *stopped* that
  it did not.
- A row of – has no such run. Its goal is a verdict, and that is reached in another process, from observations; or it
  could harm the machine; or it needs processes, which never run without all namespaces.
- "Needs" names the layers that no other backs up: with that one alone switched off, the trick gets through.
"""


def try_everywhere() -> None:
    """Every hand-in in every place, and every step that may fail; exits when a test of them does."""
    os.environ["TUTOR_TEST_EVERYTHING"] = "1"
    failed = pytest.main(["-n0", "-q", "-x", "--no-header", *(str(HERE / name) for name in TESTS)])
    if failed:
        sys.exit(f"{PAGE.name} stays as it was: a test failed.")
    passed = [name for place in ALONE for name, found in came_of(place).items() if found["outcome"] == "passed"]
    if passed:
        sys.exit(f"{PAGE.name} stays as it was: {passed} passed.")


def got_through(place: str, names: Iterable[str]) -> dict[str, bool]:
    """Which of the hand-ins reached something outside."""
    found = came_of(place)
    return {name: bool(found[name]["through"] or found[name]["breaches"]) for name in names}


def row(hostile: Hostile, columns: dict[str, dict[str, bool]], alone_off: dict[str, dict[str, bool]]) -> str:
    """One line of the table of hand-ins."""
    marks = [{True: "**through**", False: "stopped", None: "–"}[found.get(hostile.name)] for found in columns.values()]
    needs = ", ".join(layer for layer, found in alone_off.items() if found.get(hostile.name))
    cells = (f"`{hostile.name}`", hostile.family, hostile.trick, " or ".join(sorted(hostile.outcomes)), *marks, needs)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def places() -> str:
    """The table of places."""
    options = PLACES | WEAKENED | BARE
    rows = [f"| {place} | `{' '.join(options[place]) or '–'}` | {len(names_run(place))} |" for place in options]
    return "\n".join(["| place | options of `tests/escape_run.py` | hand-ins |", "|---|---|---|", *rows])


def system() -> str:
    """What the run may depend on beside the files."""
    found = platform.release(), platform.python_version(), version("torch")
    linux, python, torch = (".".join(each.split(".")[:2]) for each in found)
    return f"Linux {linux} ({platform.machine()}), Python {python} and PyTorch {torch}"


def main() -> None:
    if not IS_ROOT or layers.grade(FOUND) != "A":
        sys.exit(f"{PAGE.name} stays as it was: writing it needs root and a machine of grade A.")
    held = fingerprint()
    try_everywhere()
    bold = names_run("landlock-alone")
    columns = {title: got_through(place, bold) for title, place in COLUMNS.items()}
    alone_off = {title: got_through(place, bold) for title, place in ALONE_OFF.items()}
    titles = ("hand-in", "family", "trick", "refused as", *columns, "needs")
    lines = [f"| {' | '.join(titles)} |", "|" + "---|" * len(titles)]
    lines += [row(hostile, columns, alone_off) for hostile in CORPUS.values()]
    head = HEAD.format(places=places(), held=held, system=system())
    PAGE.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
