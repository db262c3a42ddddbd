"""Finds and loads graders/<lesson>/ by path. Only the judge imports this."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tutor.course import Course, Lesson
from tutor.errors import CourseError
from tutor.judge.grader import Check, Grader

_FAILS = re.compile(r"^fails:\s*(\w+)\s*$", re.MULTILINE)
_REQUIRES = re.compile(r"^requires:\s*(\w+)\s*$", re.MULTILINE)
_DOCSTRING = re.compile(r'\A\s*(?:"""|\'\'\')(.*?)(?:"""|\'\'\')', re.DOTALL)


@dataclass(frozen=True)
class Answer:
    """A complete hand-in that ships with the course: the reference, another right way, or a known mistake."""

    name: str
    """"reference", "right_torchvision" or "wrong_alpha_on_every_element"."""
    source: str

    @cached_property
    def docstring(self) -> str:
        match = _DOCSTRING.match(self.source)
        return match[1].strip() if match else ""

    @property
    def sentence(self) -> str:
        """What a wrong answer tells the learner: its docstring up to the first empty line, on one line."""
        return " ".join(self.docstring.split("\n\n")[0].split())

    @property
    def fails(self) -> str | None:
        """The check that must catch a wrong answer."""
        match = _FAILS.search(self.docstring)
        return match[1] if match else None

    @property
    def requires(self) -> tuple[str, ...]:
        return tuple(_REQUIRES.findall(self.docstring))

    @property
    def misconception(self) -> str:
        return self.name.removeprefix("wrong_")


@dataclass(frozen=True)
class Survivor:
    """A mutant of the reference that no check can find out, because it is no mistake."""

    where: str
    line: str
    becomes: str
    reason: str


@dataclass(frozen=True)
class GraderFolder:
    """Everything in graders/<lesson>/, loaded once."""

    lesson: Lesson
    path: Path
    grader: Grader
    probe: str
    reference: Answer
    right: tuple[Answer, ...]
    wrong: tuple[Answer, ...]
    survivors: tuple[Survivor, ...] = ()

    @cached_property
    def check_by_id(self) -> dict[str, Check]:
        return {check.id: check for check in self.grader.checks}

    def wrong_for(self, item: str) -> tuple[Answer, ...]:
        """The known mistakes caught by a check of this item."""
        return tuple(w for w in self.wrong if w.fails in self.check_by_id and self.check_by_id[w.fails].item == item)


def load_grader(course: Course, lesson: Lesson) -> GraderFolder:
    """Load graders/<lesson>/; raises CourseError when a part is missing or does not import."""
    path = course.root / "graders" / lesson.id
    return GraderFolder(
        lesson=lesson,
        path=path,
        grader=_load_module(lesson.id, path / "grader.py"),
        probe=_read(path / "probe.py"),
        reference=Answer("reference", _read(path / "reference.py")),
        right=_answers(path, "right_*.py"),
        wrong=_answers(path, "wrong_*.py"),
        survivors=_survivors(path / "survivors.toml"),
    )


def _load_module(lesson: str, path: Path) -> Grader:
    spec = importlib.util.spec_from_file_location(f"graders.{lesson}", path)
    if spec is None or spec.loader is None or not path.exists():
        raise CourseError(f"{path} is missing.", "Restore it, or make the lesson with `tutor new`.")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        grader = module.grader
    except Exception as error:
        raise CourseError(f"{path} does not load: {type(error).__name__}: {error}") from error
    if not isinstance(grader, Grader):
        raise CourseError(f"{path}: `grader` is a {type(grader).__name__}, not a Grader.")
    return grader


def _answers(path: Path, pattern: str) -> tuple[Answer, ...]:
    return tuple(Answer(file.stem, _read(file)) for file in sorted(path.glob(pattern)))


def _survivors(path: Path) -> tuple[Survivor, ...]:
    if not path.exists():
        return ()
    try:
        return tuple(Survivor(**entry) for entry in tomllib.loads(_read(path))["mutant"])
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        fields = "where, line, becomes and reason"
        raise CourseError(f"{path} is not a list of [[mutant]] tables with {fields}: {error}.") from error


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"{path} cannot be read: {error}.") from error
