"""Every file below a folder or in an archive, by name: what lies where, before anybody asks whose it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path

from tutor.classroom.archive_members import LARGEST_INFLATED, MOST_MEMBERS, ArchiveFault, Budget, Member, moment
from tutor.classroom.archive_shelf import Opener, Shelf, nested
from tutor.classroom.file_names import OTHER_ARCHIVES, fault_of, is_archive, shown
from tutor.classroom.files_below import open_below, read_whole, sentence
from tutor.classroom.hand_in import StrayFile, UnreadableHandIn
from tutor.errors import UsageError
from tutor.workspace import LARGEST_HAND_IN, NotAHandIn, open_regular

DEEPEST_FOLDER = 32
DEEPEST_ARCHIVE = 4
_SKIPPED = frozenset(("__MACOSX", "__pycache__", "node_modules", "venv", "site-packages"))
_COURSE = {"exercises", "graders", "lessons"}
"""The folders of a checkout of the course itself, in which only the exercises are a student's."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file, wherever it lies."""

    parts: tuple[str, ...]
    """The names on the way to it, archives among them; the last is its own."""
    place: str
    """The same for a teacher."""
    read: Callable[[], bytes] = field(repr=False, compare=False)
    modified_at: Callable[[], datetime | None] = field(repr=False, compare=False)
    repository: Path | None = None
    """The git checkout it lies in, unless it is in an archive."""
    path: Path | None = None
    """Where it is on disk, unless it is in an archive."""

    @property
    def name(self) -> str:
        return self.parts[-1]

    @property
    def is_python(self) -> bool:
        return _is_python(self.name)


@dataclass
class Listing:
    """What was found, in an order that depends on names only."""

    files: list[FoundFile] = field(default_factory=list)
    strays: list[StrayFile] = field(default_factory=list)
    closed: list[tuple[str, ...]] = field(default_factory=list)
    """Folders and archives that could not be looked into, or not to their end."""


def list_files(place: Path) -> Listing:
    """Every file below the folder `place`, or in the archive, or the one file that it is.

    Links are not followed but `place` itself; archives are looked into, DEEPEST_ARCHIVE deep. Raises UsageError when
    `place` itself cannot be read or holds more than there can be hand-ins.
    """
    lister = _Lister(Path(os.path.abspath(place)))
    try:
        lister.look()
    except NotAHandIn as error:
        raise UsageError(f"{shown(str(place))} {error.reason}.", "Name a folder, an archive or a file.") from error
    except OSError as error:
        raise UsageError(f"{shown(str(place))} cannot be read: {error.strerror}.", "Check its permissions.") from error
    except (ArchiveFault, ValueError) as error:
        reason = str(error) if isinstance(error, ArchiveFault) else "Its name holds a NUL character."
        raise UsageError(f"{shown(str(place))} cannot be read. {reason}", "Point at what you downloaded.") from error
    lister.found.files.sort(key=lambda file: file.parts)
    lister.found.strays.sort(key=lambda stray: (stray.place, stray.reason))
    return lister.found


class _Lister:
    def __init__(self, place: Path) -> None:
        self.found = Listing()
        self._place = place
        self._entries = 0
        self._total = Budget(4 * MOST_MEMBERS, 4 * LARGEST_INFLATED)
        self._shelf = Shelf()

    def look(self) -> None:
        """List `place`, whatever it is."""
        place = self._place
        if place.is_dir():
            self._folder(place, (), repository_around(place))
        elif is_archive(place.name):
            budget = Budget(within=self._total)
            members, fault = self._shelf.members(lambda _: open_regular(place), place.name, budget)
            if fault is not None and not members:
                raise fault
            self._members(members, fault, (), shown(place.name), budget, 1)
        else:
            open_regular(place).close()
            self._on_disk((place.name,), repository_around(place.parent), place, is_chosen=True)

    def _folder(self, folder: Path, parts: tuple[str, ...], repository: Path | None) -> None:
        """Everything below `folder`; raises OSError when it cannot be listed."""
        with os.scandir(folder) as entries:
            listed = sorted(islice(entries, MOST_MEMBERS + 1), key=lambda entry: entry.name)
        names = {entry.name for entry in listed}
        if parts and any(entry.name == ".git" and entry.is_dir(follow_symlinks=False) for entry in listed):
            repository = folder
        for entry in listed:
            is_folder = entry.is_dir(follow_symlinks=False)
            if _is_skipped(entry.name, is_folder or entry.is_symlink()):
                continue
            if is_folder and names >= _COURSE and entry.name != "exercises":
                continue
            self._take_entry()
            self._entry(entry, (*parts, entry.name), repository, is_folder)

    def _entry(self, entry: os.DirEntry[str], parts: tuple[str, ...], repository: Path | None, is_folder: bool) -> None:
        place = shown("/".join(parts))
        if fault := fault_of(entry.name):
            self._stray(place, fault)
        elif entry.is_symlink() and not _is_python(entry.name):
            self._stray(place, "It is a symbolic link; links are not followed.")
        elif is_folder and not _is_python(entry.name):
            self._subfolder(Path(entry.path), parts, place, repository)
        elif is_archive(entry.name):
            self._archive(lambda _: open_below(self._place, parts), parts, place, Budget(within=self._total), 1)
        else:
            self._on_disk(parts, repository, Path(entry.path))

    def _subfolder(self, path: Path, parts: tuple[str, ...], place: str, repository: Path | None) -> None:
        if len(parts) > DEEPEST_FOLDER:
            self._stray(place, f"Folders are looked into {DEEPEST_FOLDER} deep; this one is deeper.")
            return
        try:
            self._folder(path, parts, repository)
        except OSError as error:
            self._stray(place, f"This folder cannot be read: {error.strerror}.")
            self.found.closed.append(parts)

    def _on_disk(self, parts: tuple[str, ...], repository: Path | None, path: Path, *, is_chosen: bool = False) -> None:
        place = shown("/".join(parts))
        if self._is_unknown_archive(parts, place):
            return
        read = partial(
            read_whole, partial(open_regular, path) if is_chosen else partial(open_below, self._place, parts)
        )
        self.found.files.append(FoundFile(parts, place, read, partial(_modified_at, path), repository, path))

    def _archive(self, opener: Opener, parts: tuple[str, ...], place: str, budget: Budget, depth: int) -> None:
        if depth > DEEPEST_ARCHIVE:
            self._stray(place, f"Archives are looked into {DEEPEST_ARCHIVE} deep; this one is deeper.")
            return
        try:
            members, fault = self._shelf.members(opener, parts[-1], budget)
        except (ArchiveFault, UnreadableHandIn, NotAHandIn, OSError) as error:
            self._stray(place, sentence(error))
            self.found.closed.append(parts)
            return
        self._members(members, fault, parts, place, budget, depth)

    def _members(
        self,
        members: list[Member],
        fault: ArchiveFault | None,
        parts: tuple[str, ...],
        place: str,
        budget: Budget,
        depth: int,
    ) -> None:
        named = [(names, member) for member in members if (names := self._names_of(member, place))]
        courses = _courses([names for names, _ in named])
        for names, member in sorted(named, key=lambda each: each[0]):
            inner, where = (*parts, *names), f"{place} › {shown('/'.join(names))}"
            if _is_of_course(names, courses) or self._is_unknown_archive(inner, where):
                continue
            if is_archive(names[-1]):
                self._archive(partial(nested, member), inner, where, budget.for_nested(), depth + 1)
            else:
                read, modified = partial(member.read, LARGEST_HAND_IN), partial(_time_of, member)
                self.found.files.append(FoundFile(inner, where, read, modified))
        if fault is not None:
            self._stray(place, str(fault))
            self.found.closed.append(parts)

    def _names_of(self, member: Member, place: str) -> tuple[str, ...]:
        """The names on the way to a member; none for what is skipped, or cannot be trusted and becomes a stray."""
        # Some archivers for Windows write backslashes where the format has slashes.
        path = member.name.replace("\\", "/")
        names = tuple(part for part in path.split("/") if part not in ("", "."))
        if not names or any(_is_skipped(name, True) for name in names[:-1]) or _is_skipped(names[-1], False):
            return ()
        if fault := _fault_of_path(path, names):
            self._stray(f"{place} › {shown(member.name)}", fault)
            return ()
        return names

    def _is_unknown_archive(self, parts: tuple[str, ...], place: str) -> bool:
        if is_archive(parts[-1]) or not parts[-1].lower().endswith(OTHER_ARCHIVES):
            return False
        self._stray(place, "Archives of this kind are not read; unpack it, or make it a zip.")
        self.found.closed.append(parts)
        return True

    def _take_entry(self) -> None:
        self._entries += 1
        if self._entries > MOST_MEMBERS:
            message = f"{shown(str(self._place))} holds more than {MOST_MEMBERS:,} files, far more than hand-ins."
            raise UsageError(message, "Point at a smaller folder.")

    def _stray(self, place: str, reason: str) -> None:
        self.found.strays.append(StrayFile(place, reason))


def repository_around(folder: Path) -> Path | None:
    """The git checkout that `folder` is or lies in."""
    return next((each for each in (folder, *folder.parents) if os.path.exists(each / ".git")), None)


def _is_skipped(name: str, is_folder: bool) -> bool:
    """What systems, editors and tools leave lying about, and our own backups and reviews."""
    if name == "..":
        return False
    return name in _SKIPPED or name.startswith("._") or (name.startswith(".") and (is_folder or not _is_python(name)))


def _is_python(name: str) -> bool:
    return name.lower().endswith(".py")


def _fault_of_path(path: str, names: tuple[str, ...]) -> str:
    if path.startswith("/") or ".." in names or path[1:3] == ":/":
        return "Its path leads out of the archive."
    if len(names) > DEEPEST_FOLDER:
        return f"Folders are looked into {DEEPEST_FOLDER} deep; this one is deeper."
    return next((fault for name in names if (fault := fault_of(name))), "")


def _courses(paths: list[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """The folders in which a checkout of the whole course lies."""
    folders: dict[tuple[str, ...], set[str]] = {}
    for names in paths:
        for depth, name in enumerate(names[:-1]):
            if name in _COURSE:
                folders.setdefault(names[:depth], set()).add(name)
    return {folder for folder, found in folders.items() if found == _COURSE}


def _is_of_course(names: tuple[str, ...], courses: set[tuple[str, ...]]) -> bool:
    return any(names[:depth] in courses and name != "exercises" for depth, name in enumerate(names[:-1]))


def _modified_at(path: Path) -> datetime | None:
    try:
        return moment(path.lstat().st_mtime)
    except OSError:
        return None


def _time_of(member: Member) -> datetime | None:
    return member.modified_at
