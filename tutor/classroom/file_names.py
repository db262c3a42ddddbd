"""What the name of a file, a folder or an archive says: whose it is, for which lesson, which attempt, and when."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from tutor.render.text import escape_controls

LONGEST_NAME = 255
"""Bytes of one part of a path, as Linux has it; archives may claim more."""
ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz")
OTHER_ARCHIVES = (".7z", ".rar", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst", ".gz", ".bz2", ".xz")
LONGEST_SHOWN = 500
_AROUND = " _-.,"

_TOKEN = re.compile(r"[^\W_]+")
_CANVAS = re.compile(r"(?P<name>[^_].*?)_(?:LATE_)?(?P<number>\d{2,})_(?P<submission>\d{3,})_(?P<rest>.+)", re.DOTALL)
_MOODLE = re.compile(r"(?P<name>.+?)_(?P<number>\d+)_assignsubmission_(?:file|onlinetext)(?:_(?P<rest>.*))?", re.DOTALL)
_BLACKBOARD = re.compile(
    r"(?P<user>(?:.+_)?(?P<name>[^_]+))_attempt_(?P<time>\d{4}(?:-\d\d){5})(?:_(?P<rest>.+))?", re.DOTALL
)
_BRIGHTSPACE = re.compile(
    r"\d+-\d+ ?- (?P<name>.+?) ?- ?(?P<month>[A-Z][a-z]{2})\w* (?P<day>\d{1,2}), (?P<year>\d{4}) "
    r"(?P<hour>\d{1,2}):?(?P<minute>\d\d) (?P<half>[AP]M)",
    re.DOTALL,
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NO_NAMES = re.compile(
    r"(?:all|answers?|archive|assignments?|attempt|backup|class|code|copy|course|draft|ex|exercises?|downloads?|export|"
    r"final|fixed|folder|hand|handins?|hands|hw|homeworks?|in|ins|labs?|lessons?|main|my|new|old|part|project|py|"
    r"python|script|session|solutions?|solved|src|submissions?|submit|submitted|tasks?|test|torch|try|units?|untitled|"
    r"uploads?|v|version|weeks?|wk|work)?(?P<number>\d*)"
)
_HOSTILE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Reading:
    """What one name says; what it does not say is empty."""

    name: str = ""
    """Whose it may be: what stands before the lesson, or all of it."""
    number: str = ""
    """Canvas' number of that user, which its gradebook lists as ID."""
    participant: str = ""
    """Moodle's number of that user in this one assignment, which no roster has; or all that Blackboard writes before
    `_attempt_`, where nothing tells an assignment's name from a user's that holds a `_`."""
    lesson: str = ""
    attempt: tuple[int, ...] = ()
    time: datetime | None = None
    """When a learning platform received it, in the local time zone: platforms write none."""
    from_platform: bool = False
    """Whether it is written as a learning platform writes names; a student can do that in a folder of their own."""


class NameReader:
    """Reads names for one set of lessons."""

    def __init__(self, lessons: Iterable[str]) -> None:
        self._lessons = {lesson.replace("_", "").casefold(): lesson for lesson in lessons}
        self._longest = max((lesson.count("_") + 1 for lesson in self._lessons.values()), default=0)

    def read(self, stem: str) -> Reading:
        """What `stem`, a name without its suffix, says.

        Canvas: `lovelaceada_LATE_12345_98765_focal_loss-2`; Moodle: `Ada Lovelace_12345_assignsubmission_file_`;
        Blackboard: `Assignment1_s1234_attempt_2026-11-20-10-11-12_focal_loss`;
        Brightspace: `2314-1234567 - Ada Lovelace - Nov 20, 2026 1011 AM`; else anything before a lesson's id.
        """
        stem = unicodedata.normalize("NFC", stem).strip()
        platform = self._from_platform(stem)
        if platform is None:
            return self._plain(stem)
        reading, rest = platform
        plain = self._plain(rest)
        return replace(reading, lesson=plain.lesson, attempt=plain.attempt, from_platform=True)

    def _from_platform(self, stem: str) -> tuple[Reading, str] | None:
        if match := _MOODLE.fullmatch(stem):
            return Reading(name=match["name"].strip(), participant=match["number"]), match["rest"] or ""
        if match := _BLACKBOARD.fullmatch(stem):
            time = _blackboard_time(match["time"])
            return Reading(match["name"].strip(), participant=match["user"], time=time), match["rest"] or ""
        if match := _BRIGHTSPACE.fullmatch(stem):
            return Reading(name=match["name"].strip(), time=_brightspace_time(match)), ""
        if (match := _CANVAS.fullmatch(stem)) and not is_no_name(match["name"]) and not match["name"].isdecimal():
            return Reading(name=match["name"].strip(), number=match["number"]), match["rest"]
        return None

    def _plain(self, stem: str) -> Reading:
        """A lesson's id at the end, after a name, before the numbers of attempts that `-2` or ` (1)` stand for."""
        tokens = list(_TOKEN.finditer(stem))
        attempt: tuple[int, ...] = ()
        for _ in range(3):
            if found := self._lesson_at_end(stem, tokens):
                return Reading(name=stem[: found[1]].strip(_AROUND), lesson=found[0], attempt=attempt)
            if not tokens or (number := _attempt_number(tokens[-1][0])) is None:
                break
            tokens, attempt = tokens[:-1], (number, *attempt)
        return Reading(name=stem.strip(_AROUND))

    def _lesson_at_end(self, stem: str, tokens: list[re.Match[str]]) -> tuple[str, int] | None:
        """The longest lesson id the name ends with, and where it begins."""
        for first in range(max(0, len(tokens) - self._longest), len(tokens)):
            lesson = self._lessons.get("".join(token[0] for token in tokens[first:]).casefold())
            if lesson is not None:
                return lesson, tokens[first].start()
        return None


def stem_of(name: str) -> str:
    """The name without the suffix of a Python file or an archive."""
    lower = name.lower()
    suffix = next((s for s in (".tar.gz", ".py", *ARCHIVES) if lower.endswith(s)), "")
    return name[: len(name) - len(suffix)]


def is_archive(name: str) -> bool:
    return name.lower().endswith(ARCHIVES)


def fault_of(name: str) -> str:
    """What makes a part of a path unfit for a hand-in, as a sentence; "" if nothing does."""
    if len(name.encode("utf-8", "replace")) > LONGEST_NAME:  # a byte that is not UTF-8 counts as one
        return f"Its name is longer than {LONGEST_NAME} bytes."
    if _HOSTILE.search(name):
        return "Its name holds characters that are not for names (shown as \\x…); rename it."
    return ""


def shown(text: str) -> str:
    """A name or path as a teacher may see it: on one line, with every control character made visible."""
    text = escape_controls(text.replace("\t", "\\t")).replace("\n", "\\n")
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "… (cut)"


def is_no_name(text: str) -> bool:
    """Whether every word of it is one that folders and files are called by: "week 2", "exercises", "main"."""
    words = _TOKEN.findall(text.casefold())
    return all(_is_no_name(word) or (len(word) == 1 < len(words)) for word in words)


def _is_no_name(word: str) -> bool:
    match = _NO_NAMES.fullmatch(word)
    return match is not None and len(match["number"]) <= 2


def _attempt_number(word: str) -> int | None:
    digits = word[1:] if word[:1] in ("v", "V") else word
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= 4 else None


def _blackboard_time(text: str) -> datetime | None:
    return _local(text, "%Y-%m-%d-%H-%M-%S")


def _brightspace_time(match: re.Match[str]) -> datetime | None:
    if match["month"] not in _MONTHS:
        return None
    # %b would read the month in the language of the machine.
    month = _MONTHS.index(match["month"]) + 1
    hour = int(match["hour"]) % 12 + (12 if match["half"] == "PM" else 0)
    return _local(f"{match['year']}-{month}-{match['day']}-{hour}-{match['minute']}", "%Y-%m-%d-%H-%M")


def _local(text: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(text, form).astimezone()
    except (ValueError, OverflowError, OSError):
        return None
