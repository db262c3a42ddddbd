"""Who is in the class, and which of them a name found among the hand-ins means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from tutor.classroom.csv_table import Row, Table, read_table
from tutor.classroom.file_names import shown
from tutor.errors import UsageError

CANVAS_COLUMNS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
"""What a Canvas gradebook needs to know a student again, as its export spells it."""
_ID_COLUMNS = ("id", "student_id", "sis_login_id", "sis_user_id", "login", "username", "user", "email", "name")
_LOGINS = ("login", "username", "user", "sis_login_id", "sis_user_id", "student_number")
_ALIAS_COLUMNS = (*_LOGINS, "aliases", "alias", "github", "github_username", "github_id", "gitlab")
_NAME_COLUMNS = ("name", "full_name", "student", "student_name", "display_name")
_FIRST = ("first_name", "firstname", "given_name")
_LAST = ("last_name", "lastname", "surname", "family_name")
_EMAIL = ("email", "email_address", "e_mail", "mail")
KNOWN_COLUMNS = frozenset((*_ID_COLUMNS, *_ALIAS_COLUMNS, *_NAME_COLUMNS, *_FIRST, *_LAST, *_EMAIL))
SHORTEST_PART = 3
"""Letters an id needs to be recognised between separators: "7" in `week_7_focal_loss.py` is nobody's id."""
MOST_WORDS = 16


@dataclass(frozen=True)
class RosterEntry:
    """One student of a class."""

    id: str
    name: str = ""
    email: str = ""
    aliases: tuple[str, ...] = ()
    """Logins, accounts and other names that mean this student too."""
    canvas: dict[str, str] = field(default_factory=dict, hash=False)
    """The CANVAS_COLUMNS as they were in a gradebook's export; empty where the roster is none."""


@dataclass(frozen=True)
class _Key:
    """A name without case, accents and separators, and where its separators were."""

    letters: str
    cuts: frozenset[int]


class Roster:
    """The students of a class, by id and by everything else they may be called."""

    def __init__(self, entries: Sequence[RosterEntry]) -> None:
        self.entries = tuple(entries)
        self.by_id = {entry.id: entry for entry in self.entries}

    def find(self, name: str, number: str = "") -> tuple[RosterEntry, ...]:
        """Who may be meant by `name`, or by `number`, which Canvas gives: nobody, one student, or several.

        An id exactly as the roster has it is that student. Else all of `name` has to be an id, an alias, a name in
        either order or an email address, whatever its case, accents and separators; else an id, an alias or a whole
        name has to stand in it between separators. Several answers mean that nobody may choose among them.
        """
        if number:
            # Canvas' number is the person: whoever has another one is somebody else of the same name.
            same_name = [entry for entry in self._whole(_words(name)) if not entry.canvas.get("ID")]
            return _distinct(self._by_canvas_id.get(number, same_name))
        if name in self.by_id:
            return (self.by_id[name],)
        return self._whole(_words(name)) or self._within(_words(name))

    def _whole(self, words: tuple[str, ...]) -> tuple[RosterEntry, ...]:
        key = _key(words)
        known = self._by_letters.get(key.letters, ()) if key.letters else ()
        exact = _distinct(entry for other, entry in known if other.cuts == key.cuts)
        # "annalee" may be Ann Alee; "ann-alee" is not Anna Lee, though their letters are the same.
        return exact or _distinct(e for o, e in known if o.cuts <= key.cuts or key.cuts <= o.cuts)

    def _within(self, words: tuple[str, ...]) -> tuple[RosterEntry, ...]:
        found: list[RosterEntry] = []
        for first in range(min(len(words), MOST_WORDS)):
            for end in range(first + 1, min(len(words), MOST_WORDS) + 1):
                key = _key(words[first:end])
                known = self._by_letters.get(key.letters, ()) if len(key.letters) >= SHORTEST_PART else ()
                found += [entry for other, entry in known if other.cuts == key.cuts]
        return _distinct(found)

    @cached_property
    def _by_letters(self) -> dict[str, list[tuple[_Key, RosterEntry]]]:
        table: dict[str, list[tuple[_Key, RosterEntry]]] = {}
        for entry in self.entries:
            for key in {_key(words): None for words in _names_of(entry) if words}:
                table.setdefault(key.letters, []).append((key, entry))
        return table

    @cached_property
    def _by_canvas_id(self) -> dict[str, list[RosterEntry]]:
        table: dict[str, list[RosterEntry]] = {}
        for entry in self.entries:
            if number := entry.canvas.get("ID", "").strip():
                table.setdefault(number, []).append(entry)
        return table


def read_roster(path: Path) -> Roster:
    """Read a class list from CSV: one student a line, columns by header, or a bare list of names.

    Any of id, student_id, login, email, name, first_name and last_name, github, aliases (several separated by ; or |),
    or a gradebook as Canvas exports it (https://community.canvaslms.com, "gradebook CSV"). A student's id is the first
    of: id or student_id, SIS Login ID, SIS User ID, login, email, name. Raises UsageError with the file and the line.
    """
    table = read_table(path, KNOWN_COLUMNS, "your students")
    is_canvas = {"student", "id", "section"} <= set(table.columns)
    if not set(table.columns) & KNOWN_COLUMNS and table.columns != ("",):
        found = ", ".join(f'"{shown(column)}"' for column in table.columns[:8])
        raise UsageError(
            f"{shown(str(path))}, line 1: no column says who the students are; there are {found}.",
            "Name one of them id, email or name; a list of names alone needs no header.",
        )
    entries: list[RosterEntry] = []
    lines: dict[str, int] = {}
    for row in table.rows:
        entry = _canvas_entry(table, row) if is_canvas else _entry(table, row)
        if entry is None:
            continue
        if entry.id in lines:
            raise table.fault(row.line, f'"{shown(entry.id)}" is on line {lines[entry.id]} already.', "Remove one.")
        lines[entry.id] = row.line
        entries.append(entry)
    if not entries:
        raise UsageError(f"{shown(str(path))} names no student.", "Write one student a line below the header.")
    return Roster(entries)


def _entry(table: Table, row: Row) -> RosterEntry | None:
    values = row.values
    name = values.get("", "") or _first_of(values, _NAME_COLUMNS) or _first_and_last(values)
    email = _first_of(values, _EMAIL)
    student = _first_of(values, _ID_COLUMNS) or email or name
    has_ids = {"id", "student_id"} & set(table.columns)
    if not student or (has_ids and not (values.get("id") or values.get("student_id"))):
        raise table.fault(row.line, "this student has no id.", "Fill the cell in, or remove the line.")
    return RosterEntry(student, name, email, _aliases(values, student))


def _canvas_entry(table: Table, row: Row) -> RosterEntry | None:
    """A student of a gradebook; None for its "Points Possible", its line of settings and its test student."""
    values = row.values
    name = values.get("student", "")
    if name in ("Points Possible", "Student, Test") or not (name or values.get("id")):
        return None
    student = _first_of(values, ("sis_login_id", "sis_user_id", "id"))
    if not student:
        # The line below the header that says "Manual Posting" has no student either.
        raise table.fault(row.line, f'"{shown(name)}" has no ID.', "Export the gradebook from Canvas once more.")
    by_header = {header.strip().lstrip("\ufeff"): cell for header, cell in row.raw.items()}
    canvas = {column: by_header.get(column, "") for column in CANVAS_COLUMNS}
    return RosterEntry(
        student, name, _first_of(values, _EMAIL), _aliases(values, student, values.get("id", "")), canvas
    )


def _aliases(values: dict[str, str], student: str, *more: str) -> tuple[str, ...]:
    cells = [part.strip() for column in _ALIAS_COLUMNS for part in re.split(r"[;|]", values.get(column, ""))]
    cells += [values.get("student_id", ""), *more]
    return tuple(dict.fromkeys(cell for cell in cells if cell and cell != student))


def _first_of(values: dict[str, str], columns: Sequence[str]) -> str:
    return next((values[column] for column in columns if values.get(column)), "")


def _first_and_last(values: dict[str, str]) -> str:
    return f"{_first_of(values, _FIRST)} {_first_of(values, _LAST)}".strip()


def _names_of(entry: RosterEntry) -> Iterator[tuple[str, ...]]:
    """Everything that means the student; a name also with its last words first, as "Lovelace, Ada" has it."""
    for text in (entry.id, entry.email, entry.email.partition("@")[0], *entry.aliases):
        yield _words(text)
    if "@" in entry.id:
        yield _words(entry.id.partition("@")[0])
    words = _words(entry.name)[:MOST_WORDS]
    for first in range(len(words)):
        yield words[first:] + words[:first]


def _words(text: str) -> tuple[str, ...]:
    """Its words without case and accents: "Løvelace-Ünal" is ("løvelace", "unal")."""
    plain = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", text.casefold()))
    return tuple("".join(c if _is_letter(c) else " " for c in plain).split())


def _is_letter(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character).startswith("M")


def _key(words: tuple[str, ...]) -> _Key:
    lengths = [len(word) for word in words]
    return _Key("".join(words), frozenset(sum(lengths[:count]) for count in range(1, len(lengths))))


def _distinct(entries: Sequence[RosterEntry] | Iterator[RosterEntry]) -> tuple[RosterEntry, ...]:
    return tuple({entry.id: entry for entry in entries}.values())
