"""`tutor new`: the three places of a lesson, filled with an example that already grades, and its line in course.toml.

Everything is checked before the first byte is written, and what was written is taken back if a later step fails.
"""

from __future__ import annotations

import importlib.util
import keyword
import os
import re
import sys
import tomllib
from argparse import ArgumentParser, Namespace
from pathlib import Path

from tutor.commands.session import Session
from tutor.course import Course, Unit
from tutor.errors import EXIT_PASSED, CourseError, TutorError, UsageError

_LESSON = """\
+++
title = "TODO: what a learner will have understood"
minutes = 20
needs = []
mirrors = ["TODO: the heading of the notes it teaches, as it stands there"]
+++

# TODO: the same title

TODO: one idea, and why anybody wants it. Then a small example whose output is true.

```python
import torch

print(torch.ones(3) * 2)
# tensor([2., 2., 2.])
```

## Your turn

TODO: say what `scale(values, factor)` must do, with the one condition that matters.

## Hints

1. TODO: where to look.
2. TODO: which idea.
3. TODO: nearly the code.

## You can now

- TODO: what passing means one is able to do
"""
_EXERCISE = '''\
"""TODO: what this is about, in one line.

Read the lesson `NAME`, then complete the function.
"""

from torch import Tensor


def scale(values: Tensor, factor: float) -> Tensor:
    """Every value times the factor. Changes no input."""
    # TODO: one line.
    raise NotImplementedError
'''
_GRADER = '''\
"""Grades exercises/NAME.py."""

from collections.abc import Iterator

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()


@grader.check("scaled", item="scale", points=2)
def every_value_is_multiplied(draw: Draw) -> Iterator[Given]:
    """Every entry of the result is the value times the factor."""
    # TODO: the cases that would show this claim false: other shapes, dtypes, layouts and edge values.
    for shape in ((3,), (2, 4)):
        yield Given("scale(values, 3.0)", values=draw.normal(*shape), factor=3.0)
'''
_PROBE = '''\
"""Uses scale as a caller would. TODO: what to look at, and nothing that is expected."""

from tutor.probes import Case, HandIn, Observations


def scaled(hand_in: HandIn, case: Case) -> Observations:
    """The result, and which inputs changed."""
    return {"result": hand_in.scale(case.values, case.factor), "inputs that changed": case.changed_inputs()}
'''
_REFERENCE = '''\
"""TODO: how this one does it."""

from torch import Tensor


def scale(values: Tensor, factor: float) -> Tensor:
    return values * factor
'''
_WRONG = '''\
"""TODO: the mistake, as a sentence to the learner. The factor is added to every value; scaling multiplies.

fails: every_value_is_multiplied
"""

from torch import Tensor


def scale(values: Tensor, factor: float) -> Tensor:
    return values + factor
'''
_RIGHT = '''\
"""TODO: another way to do it; every lesson has three that are built differently."""

import torch


def scale(values, factor):
    return torch.stack([value * factor for value in values])
'''
_FILES = {
    "lessons/en/NAME.md": _LESSON,
    "exercises/NAME.py": _EXERCISE,
    "graders/NAME/grader.py": _GRADER,
    "graders/NAME/probe.py": _PROBE,
    "graders/NAME/reference.py": _REFERENCE,
    "graders/NAME/right_loop.py": _RIGHT,
    "graders/NAME/wrong_factor_added.py": _WRONG,
}


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="a noun in snake_case, such as label_smoothing")
    parser.add_argument("--unit", metavar="UNIT", help="the unit it belongs to (default: the last one)")


def run(options: Namespace, session: Session) -> int:
    written = make_lesson(session.course, options.name, options.unit)
    lines = [f"  {path.relative_to(session.course.root)}" for path in written]
    name = written[0].stem.replace("_", "-")
    session.console.answer("\n".join(["Written, with a TODO wherever a word of yours is missing:", *lines, ""]))
    session.console.say(f"`tutor audit {name}` shows what is still to do.")
    return EXIT_PASSED


def make_lesson(course: Course, name: str, unit_id: str | None = None) -> list[Path]:
    """Write the files of a new lesson and its line in course.toml; all of it, or nothing."""
    name = name.replace("-", "_")
    table = course.root / "lessons" / "course.toml"
    _refuse_other_places(course.root, table)
    _refuse_bad_name(course, name)
    new_table = _with_lesson(table, name, _unit(course, unit_id))
    written: list[Path] = []
    try:
        for place, text in _FILES.items():
            path = course.root / place.replace("NAME", name)
            path.parent.mkdir(exist_ok=True)
            with open(path, "x", encoding="utf-8") as file:
                written.append(path)
                file.write(text.replace("NAME", name))
        _replace(table, new_table)
    except BaseException as error:
        _take_back(written)
        if isinstance(error, OSError):
            message = f"{error.filename or course.root} cannot be written: {error.strerror}."
            raise TutorError(message, "Nothing was left behind; free some space or change its permissions.") from error
        raise
    return written


def _refuse_other_places(root: Path, table: Path) -> None:
    if root.name == "content" or not os.access(table, os.W_OK) or not os.access(table.parent, os.W_OK):
        raise UsageError(
            f"{root} is not a checkout that can be written to.",
            "Run `tutor new` in a clone of the course, or point TUTOR_COURSE at one.",
        )


def _refuse_bad_name(course: Course, name: str) -> None:
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name) or keyword.iskeyword(name):
        raise UsageError(f'"{name}" cannot name a lesson.', "Use lower-case words joined by _: label_smoothing.")
    if name in sys.stdlib_module_names or importlib.util.find_spec(name) is not None:
        raise UsageError(f'"{name}" would hide the Python module of that name.', "Say more precisely what it teaches.")
    taken = [course.root / place.replace("NAME", name) for place in _FILES]
    taken += [course.root / "graders" / name]
    for path in taken:
        if os.path.lexists(path):
            raise UsageError(f"{path} exists already.", "Choose another name, or move it away.")
    if any(lesson.id == name for lesson in course.lessons):
        raise UsageError(f'The course has a lesson called "{name}" already.', "Choose another name.")


def _unit(course: Course, unit_id: str | None) -> Unit:
    if unit_id is None:
        return course.units[-1]
    wanted = unit_id.replace("-", "_")
    for unit in course.units:
        if wanted == unit.id or unit_id == str(unit.number):
            return unit
    names = ", ".join(unit.id for unit in course.units)
    raise UsageError(f'There is no unit called "{unit_id}".', f"The units are: {names}.")


def _with_lesson(table: Path, name: str, unit: Unit) -> str:
    """The text of course.toml with one line more; everything else in it, comments too, stays as it is."""
    text = table.read_text(encoding="utf-8")
    tables = list(re.finditer(r"^\[\[units\]\]", text, re.MULTILINE))
    start = tables[unit.number - 1].end() if unit.number <= len(tables) else len(text)
    entry = re.compile(r"^lessons\s*=\s*\[(?P<inside>[^\]]*)\]", re.MULTILINE).search(text, start)
    if entry is not None:
        inside = entry["inside"].rstrip()
        last = inside.rfind('"') + 1
        line = f'\n    "{name}",\n' if "\n" in entry["inside"] else f' "{name}"'
        for comma in ("", ","):
            lessons = (inside[:last] + comma + inside[last:] + line).lstrip(" ")
            changed = text[: entry.start("inside")] + lessons + text[entry.end("inside") :]
            if _adds_only(text, changed, name, unit):
                return changed
    raise CourseError(f"{table} is not written in a way that can be added to.", f'Add "{name}" to it yourself.')


def _adds_only(before: str, after: str, name: str, unit: Unit) -> bool:
    """Whether the change is exactly that one lesson more."""
    expected = tomllib.loads(before)
    expected["units"][unit.number - 1]["lessons"].append(name)
    try:
        return tomllib.loads(after) == expected
    except tomllib.TOMLDecodeError:
        return False


def _replace(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _take_back(written: list[Path]) -> None:
    for path in reversed(written):
        path.unlink(missing_ok=True)
        if path.parent.parent.name == "graders" and path.parent.is_dir() and not any(path.parent.iterdir()):
            path.parent.rmdir()
