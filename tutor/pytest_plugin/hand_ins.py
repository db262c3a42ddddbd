"""Finds the hand-ins that pytest is to grade, and grades each of them once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tutor.client import CheckRequest, Client, DeviceChoice, ListedCheck
from tutor.course import Course, Lesson
from tutor.errors import TutorError, UnknownLesson, UsageError
from tutor.render.text import escape_controls
from tutor.report import Report
from tutor.workspace import read_hand_in

MANY = 5
KEPT_REPORTS = 64
"""Pytest runs the checks of a file one after the other, so a class of ten thousand never lies in memory."""


@dataclass(frozen=True)
class HandInFile:
    """One file to grade."""

    path: Path
    name: str
    """Where it is among the hand-ins, safe to show: "ada/focal_loss.py"."""
    lesson: Lesson


@dataclass(frozen=True)
class Found:
    """What there is to grade, in order of names, and what belongs to no lesson."""

    hand_ins: tuple[HandInFile, ...]
    strays: tuple[str, ...]

    @property
    def summary(self) -> str:
        """What was found, in one line."""
        lessons = len({hand_in.lesson.id for hand_in in self.hand_ins})
        found = (
            f"{len(self.hand_ins)} hand-in{'s' * (len(self.hand_ins) != 1)} of {lessons} lesson{'s' * (lessons != 1)}"
        )
        if not self.strays:
            return found
        more = ", …" if len(self.strays) > MANY else ""
        return f"{found}; left alone ({len(self.strays)}): {', '.join(self.strays[:MANY])}{more}"


def find(place: Path, course: Course, only: Lesson | None) -> Found:
    """The hand-ins at `place`: a file, or `LESSON.py` files in it and in its folders. Raises pytest.UsageError."""
    if not place.is_dir():
        lesson = only or _lesson_of(place.name, course)
        if lesson is None:
            raise pytest.UsageError(f"--tutor: {place.name} is no lesson's name; say which with --tutor-lesson LESSON.")
        return Found((HandInFile(place, _shown(place.name), lesson),), ())
    hand_ins, strays = [], []
    for path in _files(place):
        lesson, name = _lesson_of(path.name, course), _shown(path.relative_to(place).as_posix())
        if lesson is None or _is_folder(path):
            strays.append(name)
        elif only is None or lesson == only:
            hand_ins.append(HandInFile(path, name, lesson))
    if not hand_ins:
        wanted = f"{only.id}.py" if only else "named as its lesson, such as focal_loss.py"
        raise pytest.UsageError(f"--tutor: there is no hand-in in {place}; a hand-in is {wanted}.")
    return Found(tuple(hand_ins), tuple(strays))


def _files(folder: Path) -> Iterator[Path]:
    """What lies in a folder and in the folders of it; a symbolic link to a folder is not followed."""
    for path in sorted(folder.iterdir()):
        if _is_folder(path) and path.name != "__pycache__":
            yield from sorted(path.iterdir())
        else:
            yield path


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _shown(name: str) -> str:
    return escape_controls(name).replace("\n", "\\n")


def _lesson_of(name: str, course: Course) -> Lesson | None:
    try:
        return course.lesson(name) if name.endswith(".py") else None
    except UnknownLesson:
        return None


class Grading:
    """One warm engine, started when first needed, and what it has said."""

    def __init__(self, course: Course, seed: int | None, device: DeviceChoice, require_sandbox: str | None) -> None:
        self.course = course
        self.seed = seed
        self.device = device
        self.require_sandbox = require_sandbox
        self._client = Client(course.root)
        self._checks: dict[str, tuple[ListedCheck, ...]] = {}
        self._told: OrderedDict[Path, Report | TutorError] = OrderedDict()

    def checks(self, lesson: Lesson) -> tuple[ListedCheck, ...]:
        """What hand-ins of a lesson are judged by; nothing is graded for it. Raises WorkerError."""
        if lesson.id not in self._checks:
            self._checks[lesson.id] = self._client.checks(lesson.id)
        return self._checks[lesson.id]

    def report(self, hand_in: HandInFile) -> Report:
        """The hand-in's report; raises UsageError if it cannot be read, WorkerError if it could not be graded."""
        if hand_in.path not in self._told:
            try:
                self._told[hand_in.path] = self._client.check(self._request(hand_in))
            except TutorError as error:  # not tried again for every check of the same file
                self._told[hand_in.path] = error
            if len(self._told) > KEPT_REPORTS:
                self._told.popitem(last=False)
        told = self._told[hand_in.path]
        if isinstance(told, TutorError):
            raise told
        return told

    def _request(self, hand_in: HandInFile) -> CheckRequest:
        if hand_in.path.is_symlink():
            raise UsageError(f"{hand_in.name} is a symbolic link, which is not followed.")
        source = read_hand_in(hand_in.path)
        name = _shown(hand_in.path.name)
        return CheckRequest(hand_in.lesson.id, source, name, self.seed, self.device, self.require_sandbox)

    def close(self) -> None:
        self._client.close()


def devices(choice: str) -> tuple[str, ...]:
    """The devices whose checks are listed for a choice of --tutor-device."""
    from tutor.worker.check import has_gpu

    if choice == "auto":
        return ("cpu", "cuda") if has_gpu() else ("cpu",)
    return ("cpu", "cuda") if choice == "all" else (choice,)
