"""What every test stands on: the toy course, one warm grader each, and no real home folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from turns import of_today

from tutor.audit.answers import LessonAudit, audit_answers
from tutor.client import CheckRequest, Client
from tutor.course import Course, Lesson, read_course
from tutor.report import Report
from tutor.tui.wording import speak

LOCALE = ("LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "TUTOR_LANG")
TOY_COURSE = Path(__file__).parent / "course"

# Where bytecode is not written, each of the thousand processes that the tests start would compile the tutor anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
# As the engine does. Some tests fork this process, and a fork of one that has computed with several threads waits for
# ever in its next large operation: the threads are not there.
os.environ["OMP_NUM_THREADS"] = "1"


@pytest.fixture(autouse=True)
def no_real_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Progress, settings and exercises of the tests go to a folder of their own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("TUTOR_STATE_DIR", str(home / "state"))
    monkeypatch.setenv("TUTOR_WORKSPACE", str(home / "workspace"))
    monkeypatch.setenv("TUTOR_NO_SERVICE", "1")
    for name in ("NO_COLOR", "TUTOR_ASCII", "GITHUB_ACTIONS", "TUTOR_DEBUG", *LOCALE):
        monkeypatch.delenv(name, raising=False)
    speak("en")


@pytest.fixture(scope="session")
def course() -> Course:
    """The course as it ships."""
    return read_course()


@pytest.fixture(scope="session")
def toy_course() -> Course:
    """Two small lessons that do not move when the course does."""
    return read_course(TOY_COURSE)


class Grading:
    """A warm client of one course, and the short way to ask it."""

    def __init__(self, course: Course, client: Client) -> None:
        self.course = course
        self.client = client

    def check(self, lesson: str, source: str | bytes, **options: object) -> Report:
        data = source.encode() if isinstance(source, str) else source
        return self.client.check(CheckRequest(lesson, data, f"{lesson}.py", **options))  # type: ignore[arg-type]

    def answer(self, lesson: str, name: str = "reference") -> str:
        return (self.course.root / "graders" / lesson / f"{name}.py").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def grading(course: Course) -> Iterator[Grading]:
    """The real engine on the real course."""
    with Client(course.root) as client:
        yield Grading(course, client)


@pytest.fixture(scope="session")
def toy_grading(toy_course: Course) -> Iterator[Grading]:
    """The real engine on the toy course."""
    with Client(toy_course.root) as client:
        yield Grading(toy_course, client)


@pytest.fixture(scope="session")
def audit(grading: Grading) -> Callable[[Lesson], LessonAudit]:
    """The audit of a lesson of the course, done once however many tests look at it."""
    return cache(lambda lesson: audit_answers(grading.client, lesson, grading.client.answers(lesson.id)))


def lessons_of_today(a_day: int) -> list[Any]:
    """Those whose turn it is to be audited again: others every day, and every lesson in time.

    The record vouches for the others.
    """
    order = sorted(lesson.id for lesson in read_course().lessons)
    chosen = of_today(order, a_day)
    return [parameter for parameter in each_lesson() if parameter.id in chosen]


def each_lesson() -> list[Any]:
    """A parameter for every lesson; the tests of one lesson stay on one worker, which audits it once."""
    return [
        pytest.param(lesson, id=lesson.id, marks=pytest.mark.xdist_group(f"lesson {lesson.id}"))
        for lesson in read_course().lessons
    ]
