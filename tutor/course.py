"""Reads lessons/ and exercises/ into frozen values. Never runs, imports or opens anything of graders/."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tutor.cjk import on_one_line
from tutor.errors import CourseError, UnknownLesson
from tutor.language import Language

FORMAT_VERSION = 1
_MARKS = re.compile(r"[*`$]")
_FRONT_MATTER = re.compile(r"\A\+\+\+\n(.*?)\n\+\+\+\n", re.DOTALL)
_SECTION = re.compile(r"^## +(.+?)\s*$", re.MULTILINE)
_ITEM = re.compile(r"^### +`?(.+?)`?\s*$", re.MULTILINE)
_LIST_ENTRY = re.compile(r"^(?:\d+\.|[-*]) +", re.MULTILINE)
FENCE = re.compile(r"^```(?P<language>\w+)(?P<info>[^\n]*)\n(?P<code>.*?)^```\s*$", re.MULTILINE | re.DOTALL)
"""A fenced block of a lesson."""

HINTS = {"en": "Hints", "zh": "提示"}
YOU_CAN_NOW = {"en": "You can now", "zh": "你现在可以"}


@dataclass(frozen=True)
class Hint:
    """One step of help towards one item of an exercise, or towards all of them."""

    item: str
    """The function, class or prediction it helps with; empty when the lesson has only one."""
    text: str


@dataclass(frozen=True)
class CodeBlock:
    """A fenced block of a lesson: its language, the words after it, and the code."""

    language: str
    info: str
    code: str


@dataclass(frozen=True)
class Lesson:
    """One lesson: the text a learner reads and the stub a learner completes."""

    id: str
    number: str
    """Its place in the course: "5.6"."""
    unit: str
    language: Language
    """The language of its text, which may not be the one that was asked for."""
    title: str
    minutes: int
    needs: tuple[str, ...]
    """Ids of the lessons that come before."""
    mirrors: tuple[str, ...]
    """The headings of the study notes it teaches, verbatim."""
    requires: tuple[str, ...]
    """Packages besides torch that the exercise cannot do without: "torchvision"."""
    path: Path
    stub: Path
    text: str
    """The markdown below the front matter, with hints and closing list still in it."""

    @property
    def slug(self) -> str:
        """The id as the command line shows it: "focal-loss"."""
        return self.id.replace("_", "-")

    @cached_property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """The second-level sections in order, as (heading, text); the text before the first has heading ""."""
        return _split(_SECTION, self.text)

    @cached_property
    def body(self) -> str:
        """The markdown a learner reads: everything but the hints and the closing list."""
        apart = (HINTS[self.language], YOU_CAN_NOW[self.language])
        kept = (text if not name else f"## {name}\n{text}" for name, text in self.sections if name not in apart)
        return "".join(kept).rstrip() + "\n"

    @cached_property
    def opening(self) -> tuple[str, str]:
        """The heading and the first paragraph as plain text, which the app shows first."""
        heading, *rest = self.body.split("\n\n", 2)
        return heading.lstrip("# ").strip(), on_one_line(_MARKS.sub("", rest[0])) if rest else ""

    @cached_property
    def hints(self) -> tuple[Hint, ...]:
        """Every hint in order: where to look, what idea, nearly the code."""
        text = dict(self.sections).get(HINTS[self.language], "")
        return tuple(Hint(item, entry) for item, part in _split(_ITEM, text) for entry in _entries(part))

    def hints_for(self, item: str) -> tuple[Hint, ...]:
        """The hints for one item, and those meant for all of them."""
        return tuple(hint for hint in self.hints if hint.item in ("", item))

    @cached_property
    def you_can_now(self) -> tuple[str, ...]:
        """What passing this lesson means one is able to do."""
        return tuple(_entries(dict(self.sections).get(YOU_CAN_NOW[self.language], "")))

    @cached_property
    def code_blocks(self) -> tuple[CodeBlock, ...]:
        """Every fenced block of the lesson, in order."""
        return tuple(CodeBlock(m["language"], m["info"].strip(), m["code"]) for m in FENCE.finditer(self.text))

    @property
    def stub_source(self) -> str:
        return self.stub.read_text(encoding="utf-8")


@dataclass(frozen=True)
class Unit:
    """A group of lessons that build on each other."""

    id: str
    number: int
    title: str
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True)
class Course:
    """All lessons in the order they are meant to be taken."""

    title: str
    root: Path
    language: Language
    units: tuple[Unit, ...]

    @cached_property
    def lessons(self) -> tuple[Lesson, ...]:
        return tuple(lesson for unit in self.units for lesson in unit.lessons)

    @cached_property
    def _by_id(self) -> dict[str, Lesson]:
        return {lesson.id: lesson for lesson in self.lessons}

    def lesson(self, name: str) -> Lesson:
        """The lesson called `name`, written `focal_loss` or `focal-loss`; raises UnknownLesson."""
        wanted = name.strip().lower().replace("-", "_").removesuffix(".py").removesuffix(".md")
        if wanted not in self._by_id:
            raise UnknownLesson(name, [lesson.slug for lesson in self.lessons])
        return self._by_id[wanted]

    def in_language(self, language: Language) -> Course:
        """The same course in another language."""
        return self if language == self.language else read_course(self.root, language)

    def unit_of(self, lesson: Lesson) -> Unit:
        return next(unit for unit in self.units if unit.id == lesson.unit)

    def after(self, lesson: Lesson) -> Lesson | None:
        """The lesson that follows, or None at the end of the course."""
        following = self.lessons[self.lessons.index(lesson) + 1 :]
        return following[0] if following else None

    def before(self, lesson: Lesson) -> Lesson | None:
        index = self.lessons.index(lesson)
        return self.lessons[index - 1] if index else None


def content_root() -> Path:
    """The folder that holds lessons/, exercises/ and graders/: inside the wheel, else the checkout."""
    bundled = Path(__file__).parent / "content"
    return bundled if bundled.is_dir() else Path(__file__).parent.parent


def read_course(root: Path | None = None, language: Language = "en") -> Course:
    """Read the whole course; a lesson without a translation is read in English. Raises CourseError."""
    root = content_root() if root is None else root
    path = root / "lessons" / "course.toml"
    table = _read_toml(path, _read_text(path))
    if table.get("format_version") != FORMAT_VERSION:
        raise CourseError(
            f"{path} has format_version {table.get('format_version')!r}; this tutor reads {FORMAT_VERSION}.",
            "Install the tutor version the course was written for.",
        )
    units = tuple(_read_unit(root, language, n, unit) for n, unit in enumerate(table.get("units", []), start=1))
    return Course(title=_in_language(table["title"], language), root=root, language=language, units=units)


def _read_unit(root: Path, language: Language, number: int, table: dict[str, Any]) -> Unit:
    lessons = tuple(
        _read_lesson(root, language, table["id"], f"{number}.{place}", lesson_id)
        for place, lesson_id in enumerate(table["lessons"], start=1)
    )
    return Unit(table["id"], number, _in_language(table["title"], language), lessons)


def _read_lesson(root: Path, language: Language, unit: str, number: str, lesson_id: str) -> Lesson:
    path = root / "lessons" / language / f"{lesson_id}.md"
    if not path.exists():
        language, path = "en", root / "lessons" / "en" / f"{lesson_id}.md"
    text = _read_text(path)
    match = _FRONT_MATTER.match(text)
    if match is None:
        raise CourseError(f"{path} does not start with front matter between two lines of +++.")
    front = _read_toml(path, match[1])
    missing = [key for key in ("title", "minutes", "mirrors") if key not in front]
    if missing:
        raise CourseError(f"{path}: the front matter lacks {', '.join(missing)}.")
    return Lesson(
        id=lesson_id,
        number=number,
        unit=unit,
        language=language,
        title=front["title"],
        minutes=front["minutes"],
        needs=tuple(front.get("needs", ())),
        mirrors=tuple(front["mirrors"]),
        requires=tuple(front.get("requires", ())),
        path=path,
        stub=root / "exercises" / f"{lesson_id}.py",
        text=text[match.end() :].lstrip("\n"),
    )


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"{path} cannot be read: {error}.", "Reinstall the tutor, or restore the file.") from error


def _read_toml(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CourseError(f"{path} is not valid TOML: {error}.") from error


def _in_language(titles: dict[str, str], language: Language) -> str:
    return titles.get(language) or titles["en"]


def _split(heading: re.Pattern[str], text: str) -> tuple[tuple[str, str], ...]:
    """Cut text at headings, leaving those inside fenced code alone."""
    fences = [m.span() for m in FENCE.finditer(text)]
    marks = [m for m in heading.finditer(text) if not any(a <= m.start() < b for a, b in fences)]
    starts = [0, *(m.end() for m in marks)]
    ends = [*(m.start() for m in marks), len(text)]
    names = ["", *(m[1] for m in marks)]
    return tuple((n, text[a:b].lstrip("\n")) for n, a, b in zip(names, starts, ends, strict=True))


def _entries(text: str) -> list[str]:
    """The entries of a markdown list, each on one line."""
    return [on_one_line(part) for part in _LIST_ENTRY.split(text)[1:] if part.strip()]
