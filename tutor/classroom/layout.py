"""Whose each file is and for which lesson, told from names alone: every layout that teachers have, also mixed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache

from tutor.classroom.file_names import NameReader, Reading, is_no_name, stem_of
from tutor.classroom.listing import FoundFile
from tutor.classroom.roster import Roster, RosterEntry

Folder = tuple[str, ...]
_ANY_LESSON = "*"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a file is: one student of the roster, or a name that was found."""

    name: str
    """As found; not for showing."""
    meant: tuple[RosterEntry, ...] = ()
    """Who of the roster that may be."""
    number: str = ""
    participant: str = ""
    from_place: bool = False
    """Whether nothing but the name of the whole place says so."""

    @property
    def entry(self) -> RosterEntry | None:
        return self.meant[0] if len(self.meant) == 1 else None


@dataclass(frozen=True, slots=True)
class Claim:
    """What the names on the way to a file say about it."""

    file: FoundFile
    owner: Owner
    in_folder: bool
    """Whether a folder, an archive or a learning platform names the owner, not the file's own name."""
    lesson: str
    """"" where neither the file nor a folder is named for one."""
    is_named: bool
    """Whether the file itself is named for the lesson."""
    attempt: tuple[int, ...]
    time: datetime | None


class Layout:
    """Reads the paths of one place."""

    def __init__(
        self, lessons: Iterable[str], roster: Roster | None, place: Sequence[str], *, is_archive: bool
    ) -> None:
        """`place` holds the names that lead to it, innermost first."""
        self._reader = NameReader(lessons)
        self._read = lru_cache(maxsize=4096)(self._reader.read)
        self._find = lru_cache(maxsize=4096)((roster or Roster(())).find)
        self._place = [self._read(stem_of(name)) for name in place]
        self._is_archive = is_archive
        self._class_folders: Collection[Folder] = ()

    def claims(self, files: Sequence[FoundFile]) -> list[Claim]:
        """A claim for every file, in the same order."""
        self._class_folders = self._folders_that_are_classes(files)
        return [self._claim(file) for file in files]

    def owner_of_folder(self, parts: Folder) -> Owner | None:
        """The student an archive or a folder is named for."""
        owner, _ = self._owner((*parts, ""), Reading())
        return None if owner.from_place else owner

    def _claim(self, file: FoundFile) -> Claim:
        own = self._read(_stem(file.name))
        folders = [self._read(stem_of(part)) for part in file.parts[:-1]]
        around = next((folder.lesson for folder in reversed(folders) if folder.lesson), self._lesson_of_place)
        owner, in_folder = self._owner(file.parts, own)
        time = own.time or next((folder.time for folder in reversed(folders) if folder.time), None)
        attempt = own.attempt if own.lesson else ()
        attempts = (attempt, *(folder.attempt for folder in reversed(folders) if folder.lesson))
        attempt = next((each for each in attempts if each), ())
        return Claim(file, owner, in_folder, own.lesson or around, bool(own.lesson), attempt, time)

    def _owner(self, parts: Folder, own: Reading) -> tuple[Owner, bool]:
        folders = [self._read(stem_of(part)) for part in parts[:-1]]
        at = next((depth for depth, each in enumerate((*folders, own)) if each.from_platform), None)
        if at is not None:
            return self._platforms_owner(parts, folders[:at], (*folders, own)[at]), True
        if meant := self._meant([*folders, own]):
            name = next(each.name for each in (*folders, own) if self._find(each.name))
            return Owner(name, meant), any(self._find(folder.name) for folder in folders)
        if around := self._first_candidate(parts, folders):
            return Owner(around.name), True
        if _is_candidate(own):
            return Owner(own.name), False
        return self._owner_of_place, True

    def _platforms_owner(self, parts: Folder, around: list[Reading], platform: Reading) -> Owner:
        """Whom a platform names, unless that lies in a student's own folder, who could hand in as somebody else."""
        known = self._known(platform)
        if meant := self._meant(around):
            name = next(folder.name for folder in around if self._find(folder.name))
            return Owner(name, tuple({entry.id: entry for entry in (*meant, *known.meant)}.values()))
        folder = self._first_candidate(parts, around)
        return known if folder is None else Owner(folder.name)

    def _first_candidate(self, parts: Folder, folders: list[Reading]) -> Reading | None:
        for depth, folder in enumerate(folders):
            if _is_candidate(folder) and parts[: depth + 1] not in self._class_folders:
                return folder
        return None

    def _meant(self, readings: Iterable[Reading]) -> tuple[RosterEntry, ...]:
        """Everybody of the roster whom some name on the way means."""
        found = [entry for each in readings if each.name for entry in self._find(each.name)]
        return tuple({entry.id: entry for entry in found}.values())

    def _known(self, reading: Reading) -> Owner:
        meant = self._find(reading.name, reading.number)
        if not meant and reading.participant and not reading.participant.isdecimal():
            meant = self._find(reading.participant)
        return Owner(reading.name, meant, reading.number, reading.participant)

    @cached_property
    def _owner_of_place(self) -> Owner:
        """Who it is when the whole place is one student's: the first name outwards that may be a student's."""
        names = self._place[:1] if self._is_archive else self._place
        reading = next((each for each in names if each.from_platform or _is_candidate(each)), self._place[0])
        owner = self._known(reading)
        return Owner(owner.name or "student", owner.meant, owner.number, owner.participant, from_place=True)

    @property
    def _lesson_of_place(self) -> str:
        return self._place[0].lesson

    def _folders_that_are_classes(self, files: Sequence[FoundFile]) -> set[Folder]:
        """Folders with a name of their own that hold students.

        The same lesson lies in them under several names, or a platform names several people in them.
        """
        below = self._names_below(files)
        classes = {
            folder
            for folder, found in below.items()
            if any(lesson and len(names - {""}) > 1 for lesson, names in found.items())
        }
        beside = {folder[:-1] for folder in classes}
        classes |= {
            folder
            for folder, found in below.items()
            if folder[:-1] in beside and all("" not in names for names in found.values())
        }
        classes |= {folder for folder in below if self._repeats_place(folder)}
        return {folder[:depth] for folder in classes for depth in range(1, len(folder) + 1)}

    def _names_below(self, files: Sequence[FoundFile]) -> dict[Folder, dict[str, set[str]]]:
        """For each folder that may be a student's and each lesson, the names that come next; "" for none."""
        below: dict[Folder, dict[str, set[str]]] = {}
        for file in files:
            own = self._read(_stem(file.name))
            readings = [*(self._read(stem_of(part)) for part in file.parts[:-1]), own]
            platform = next((depth for depth, each in enumerate(readings) if each.from_platform), None)
            folders = readings[: len(file.parts) - 1 if platform is None else platform]
            chain = [file.parts[: depth + 1] for depth, folder in enumerate(folders) if _is_candidate(folder)]
            if platform is None:
                lesson = next((each.lesson for each in reversed(readings) if each.lesson), "")
                last = own.name if own.lesson and _is_candidate(own) else ""
            else:
                lesson, last = _ANY_LESSON, readings[platform].name
            for folder, name in zip(chain, [*(folder[-1] for folder in chain[1:]), last], strict=False):
                below.setdefault(folder, {}).setdefault(lesson, set()).add(name)
        return below

    def _repeats_place(self, folder: Folder) -> bool:
        """`hand-ins.zip` with everything in `hand-ins/`."""
        return self._is_archive and len(folder) == 1 and self._read(stem_of(folder[0])) == self._place[0]


def _stem(name: str) -> str:
    """Without its suffix, also where an editor or a mail program has put a second one after it."""
    stem = stem_of(name)
    return stem if stem != name else stem_of(name.rpartition(".")[0] or name)


def _is_candidate(reading: Reading) -> bool:
    return bool(reading.name) and not reading.from_platform and not is_no_name(reading.name)
