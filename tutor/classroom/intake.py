"""Finding hand-ins in whatever a teacher points at."""

from __future__ import annotations

import difflib
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tutor.classroom.file_names import is_archive, shown, stem_of
from tutor.classroom.git_times import commit_times
from tutor.classroom.hand_in import HandIn, StrayFile, Submissions, UnreadableHandIn
from tutor.classroom.layout import Claim, Layout, Owner
from tutor.classroom.listing import list_files
from tutor.classroom.roster import Roster
from tutor.course import Course, Lesson

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_OUTWARDS = 4
"""How many folders around the place may name its student: `ada/week1/exercises`."""


def find_submissions(
    place: Path, course: Course, *, lessons: Sequence[Lesson] | None = None, roster: Roster | None = None
) -> Submissions:
    """Every hand-in below the folder `place`, in the archive, or the one file that it is.

    Understands a folder per student, flat files, a folder per lesson, what Canvas, Moodle, Blackboard and Brightspace
    let a teacher download, git checkouts and archives in archives; with one lesson in `lessons`, also a student's only
    file of any name. Reads nothing but names: a hand-in is read when it is graded.

    `submitted_at` is the time a platform wrote into the name (in our time zone; the platform's clock: to be trusted),
    else when git says the file was last committed (the clock of whoever committed: a claim), else the time in the
    archive or of the file (of whoever made or copied it: a hint). It is None where git does not answer: a checkout's
    files are as old as the checkout.

    Raises UsageError when `place` cannot be read.
    """
    return _Intake(place, course, lessons, roster).submissions()


class _Intake:
    def __init__(self, place: Path, course: Course, lessons: Sequence[Lesson] | None, roster: Roster | None) -> None:
        self._order = {lesson.id: number for number, lesson in enumerate(course.lessons)}
        self._asked = None if lessons is None else [lesson.id for lesson in lessons]
        self._only = self._asked[0] if self._asked is not None and len(self._asked) == 1 else ""
        self._roster = roster
        self._listing = list_files(place)
        self._strays = list(self._listing.strays)
        self._commits: dict[Path, dict[str, datetime] | None] = {}
        self._layout = Layout(self._order, roster, _names_outwards(place), is_archive=_is_archive(place))

    def submissions(self) -> Submissions:
        claims = self._layout.claims(self._listing.files)
        python = [claim for claim in claims if claim.file.is_python]
        self._strays += [stray for claim in claims if not claim.file.is_python for stray in _no_python(claim)]
        ids = self._student_ids(python)
        chosen = self._with_students(self._with_lessons(python, ids))
        hand_ins = self._newest(chosen, ids)
        self._warn_of_names(hand_ins, chosen, ids)
        graded = self._graded(hand_ins)
        students = self._students(hand_ins, python, ids)
        there = {(hand_in.student, hand_in.lesson) for hand_in in hand_ins}
        missing = tuple((s, lesson) for s in students for lesson in graded if (s, lesson) not in there)
        names = {entry.id: entry.name for entry in self._roster.entries if entry.name} if self._roster else {}
        strays = sorted(set(self._strays), key=lambda stray: (stray.place, stray.reason))
        return Submissions(tuple(hand_ins), missing, tuple(strays), names)

    def _with_lessons(self, claims: list[Claim], ids: dict[Owner, str]) -> list[Claim]:
        """Those that are for a lesson that is graded; a file of any name only where it is the only one it can be."""
        named = {(ids[claim.owner], claim.lesson) for claim in claims if claim.is_named}
        alone = Counter((ids[claim.owner], claim.lesson) for claim in claims)
        files = Counter(ids[claim.owner] for claim in claims)
        chosen = []
        for claim in claims:
            student, lesson = ids[claim.owner], claim.lesson or self._only
            if claim.lesson and self._asked is not None and claim.lesson not in self._asked:
                continue
            count = alone[student, claim.lesson] if claim.lesson else files[student]
            if claim.is_named or (lesson and count == 1):
                chosen.append(replace(claim, lesson=lesson))
            elif (student, lesson) in named:
                self._stray(claim, f"Only the file that is named for the lesson is graded: {lesson}.py.")
            elif lesson:
                self._stray(claim, f"{shown(student)} has several Python files; name the one to grade {lesson}.py.")
            else:
                self._stray(claim, self._unknown_lesson(claim))
        return chosen

    def _with_students(self, claims: list[Claim]) -> list[Claim]:
        """Those that belong to a student; the place itself is one only when it holds nobody else."""
        others = any(not claim.owner.from_place for claim in claims)
        for claim in claims:
            if others and claim.owner.from_place:
                self._stray(claim, "It belongs to no student: it lies beside theirs; rename it like ada_focal_loss.py.")
        return [claim for claim in claims if not (others and claim.owner.from_place)]

    def _newest(self, claims: list[Claim], ids: dict[Owner, str]) -> list[HandIn]:
        """One hand-in for each student and lesson, by student and in the order of the course."""
        attempts: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            attempts[ids[claim.owner], claim.lesson].append(claim)
        found = []
        for (student, lesson), several in attempts.items():
            newest = several[0] if len(several) == 1 else max(several, key=self._age)
            found.append(self._hand_in(student, newest))
            for claim in several:
                if claim is not newest:
                    reason = f"Another attempt at {lesson} of {shown(student)}; the newest is {newest.file.place}."
                    self._stray(claim, reason)
        return sorted(found, key=lambda each: (each.student.casefold(), each.student, self._order[each.lesson]))

    def _age(self, claim: Claim) -> tuple[object, ...]:
        exact = stem_of(claim.file.name) == claim.lesson
        time = claim.time or _LONG_AGO
        return time, claim.attempt, self._submitted_at(claim) or _LONG_AGO, exact, claim.file.parts

    def _hand_in(self, student: str, claim: Claim) -> HandIn:
        read = partial(_source, claim.file.read)
        return HandIn(student, claim.lesson, claim.file.place, read, self._submitted_at(claim))

    def _submitted_at(self, claim: Claim) -> datetime | None:
        file = claim.file
        if claim.time is not None or file.repository is None or file.path is None:
            return claim.time or file.modified_at()
        if file.repository not in self._commits:
            self._commits[file.repository] = commit_times(file.repository)
        times = self._commits[file.repository]
        if times is None:
            return None
        # A file that was never committed is as old as the disk says.
        return times.get(file.path.relative_to(file.repository).as_posix()) or file.modified_at()

    def _graded(self, hand_ins: list[HandIn]) -> list[str]:
        wanted = {hand_in.lesson for hand_in in hand_ins} if self._asked is None else set(self._asked)
        return sorted(wanted, key=self._order.__getitem__)

    def _students(self, hand_ins: list[HandIn], claims: list[Claim], ids: dict[Owner, str]) -> list[str]:
        """Who should have handed something in: the roster, else everybody who was found."""
        if self._roster is not None:
            students = set(self._roster.by_id)
        else:
            students = {hand_in.student for hand_in in hand_ins}
            if not any(claim.owner.from_place and ids[claim.owner] in students for claim in claims):
                closed = (self._layout.owner_of_folder(parts) for parts in self._listing.closed)
                students |= {ids[claim.owner] for claim in claims if claim.in_folder and not claim.owner.from_place}
                students |= {shown(owner.name) for owner in closed if owner is not None}
        return sorted(students, key=lambda student: (student.casefold(), student))

    def _student_ids(self, claims: list[Claim]) -> dict[Owner, str]:
        """The roster's id, or the name that was found; with a platform's number where two people have one name."""
        numbers, participants = defaultdict(set), defaultdict(set)
        for claim in claims:
            numbers[claim.owner.name].add(claim.owner.number)
            participants[claim.owner.name, claim.lesson or self._only].add(claim.owner.participant)
        namesakes = {name for name, found in numbers.items() if len(found - {""}) > 1}
        # Moodle numbers people anew in each assignment: only for one lesson do two of them mean two people.
        namesakes |= {name for (name, lesson), found in participants.items() if lesson and len(found - {""}) > 1}
        return {claim.owner: self._student_id(claim.owner, namesakes) for claim in claims}

    def _student_id(self, owner: Owner, namesakes: set[str]) -> str:
        if owner.entry is not None:
            return owner.entry.id
        number = owner.number or owner.participant
        alone = number if number.endswith(owner.name) else f"{owner.name}_{number}"
        student = shown(alone if number and owner.name in namesakes else owner.name)
        while self._roster is not None and student in self._roster.by_id:
            student += "?"
        return student

    def _warn_of_names(self, hand_ins: list[HandIn], claims: list[Claim], ids: dict[Owner, str]) -> None:
        """Say, once for each, who is not in the roster and whose names differ in case only."""
        places = {hand_in.student: hand_in.place for hand_in in reversed(hand_ins)}
        if self._roster is not None:
            owners = {ids[claim.owner]: claim.owner for claim in claims if claim.owner.entry is None}
            for student, owner in owners.items():
                self._strays.append(StrayFile(places[student], _not_in_roster(student, owner)))
        by_letters = defaultdict(list)
        for student in places:
            by_letters[student.casefold()].append(student)
        for several in by_letters.values():
            for student in sorted(several)[1:]:
                reason = f'"{student}" and "{min(several)}" are graded as two students; if they are one, rename one.'
                self._strays.append(StrayFile(places[student], reason))

    def _unknown_lesson(self, claim: Claim) -> str:
        stem = stem_of(claim.file.name)
        words = stem.casefold().replace("-", "_").replace(" ", "_")
        near = difflib.get_close_matches(words[-80:], self._order, 1, 0.6)
        guess = f' did you mean "{near[0]}"?' if near else " it is not graded."
        return f'No lesson is called "{shown(stem)}";{guess}'

    def _stray(self, claim: Claim, reason: str) -> None:
        self._strays.append(StrayFile(claim.file.place, reason))


def _source(read: Callable[[], bytes]) -> bytes:
    """The bytes of a hand-in; what is no source at all is refused, everything else is for the engine to judge."""
    content = read()
    if not content:
        raise UnreadableHandIn("It is empty.")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableHandIn("It is saved as UTF-16; Python reads UTF-8.")
    if b"\0" in content:
        raise UnreadableHandIn("It is binary, not Python source.")
    return content


def _no_python(claim: Claim) -> Iterable[StrayFile]:
    """A notebook, or something named for a lesson; what else lies about is nobody's mistake."""
    name = claim.file.name.lower()
    if name.endswith(".ipynb"):
        yield StrayFile(claim.file.place, "It is a notebook; a hand-in is a Python file.")
    elif claim.is_named and not name.endswith((".pyc", ".pyi")):
        yield StrayFile(claim.file.place, "It is named for a lesson but is no .py file.")


def _not_in_roster(student: str, owner: Owner) -> str:
    if owner.meant:
        several = " or ".join(f'"{shown(entry.id)}"' for entry in owner.meant[:4])
        return f'"{shown(owner.name)}" may be {several} of the roster; graded as "{student}".'
    return f'Nobody in the roster is called "{shown(owner.name)}"; graded as "{student}".'


def _names_outwards(place: Path) -> list[str]:
    """The names that lead to the place, innermost first; that of a single file is not among them."""
    path = Path(os.path.abspath(place))
    if not path.is_dir() and not is_archive(path.name):
        path = path.parent
    return [each.name for each in (path, *path.parents)][:_OUTWARDS]


def _is_archive(place: Path) -> bool:
    return is_archive(place.name) and not place.is_dir()
