"""Ten thousand archives of which only a few are open: listed once, opened again when a member is read."""

from __future__ import annotations

import io
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import BinaryIO

from tutor.classroom.archive_members import LARGEST_NESTED, Archive, ArchiveFault, Budget, Member
from tutor.classroom.archives import open_archive
from tutor.classroom.hand_in import UnreadableHandIn
from tutor.workspace import NotAHandIn

Opener = Callable[[Budget], BinaryIO]
"""Opens one archive, now or again; what that inflates counts against the budget of the time."""
OPEN_AT_ONCE = 4
"""More than the depth to which archives are looked into, so that reading a deep one opens each layer once."""


class Shelf:
    """Keeps the archives that were used last; one thread reads at a time."""

    def __init__(self) -> None:
        self._open: OrderedDict[int, tuple[Archive, list[Member]]] = OrderedDict()
        self._lock = threading.RLock()
        self._count = 0

    def members(self, opener: Opener, name: str, budget: Budget) -> tuple[list[Member], ArchiveFault | None]:
        """The members of the archive that `opener` opens, and why there are no more of them.

        Raises ArchiveFault when it cannot even be opened, and whatever `opener` raises.
        """
        with self._lock:
            self._count += 1
            number = self._count
            members, fault = self._put(number, opener, name, budget)
            again = partial(self._read, number, opener, name)
            return [replace(member, read=partial(again, at, member.name)) for at, member in enumerate(members)], fault

    def _put(self, number: int, opener: Opener, name: str, budget: Budget) -> tuple[list[Member], ArchiveFault | None]:
        archive = open_archive(opener(budget), name, budget)
        members: list[Member] = []
        fault = None
        try:
            members.extend(archive.members(budget))
        except ArchiveFault as error:
            fault = error
        self._open[number] = archive, members
        while len(self._open) > OPEN_AT_ONCE:
            self._open.popitem(last=False)[1][0].close()
        return members, fault

    def _read(self, number: int, opener: Opener, name: str, at: int, member: str, limit: int) -> bytes:
        with self._lock:
            if number not in self._open:
                try:
                    self._put(number, opener, name, Budget())
                except (ArchiveFault, NotAHandIn, OSError) as error:
                    raise UnreadableHandIn(_CHANGED) from error
            self._open.move_to_end(number)
            members = self._open[number][1]
            if at >= len(members) or members[at].name != member:
                raise UnreadableHandIn(_CHANGED)
            return members[at].read(limit)

    def __del__(self) -> None:
        for archive, _ in self._open.values():
            archive.close()


def nested(member: Member, budget: Budget) -> BinaryIO:
    """An archive within an archive, in memory; raises UnreadableHandIn and ArchiveFault."""
    content = member.read(LARGEST_NESTED)
    budget.take_bytes(len(content))
    return io.BytesIO(content)


_CHANGED = "Its archive has changed since it was looked into."
