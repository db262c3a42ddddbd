"""What every archive has in common: its members, and how much of it anybody looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

MOST_MEMBERS = 200_000
LARGEST_NESTED = 64 * 1024 * 1024
"""Bytes of an archive within an archive, which is held in memory while it is read."""
LARGEST_INFLATED = 1024 * 1024 * 1024
"""Bytes that an archive, with all in it, may inflate to while it is listed."""
MOST_NESTED_MEMBERS = 50_000
TOO_MANY = "It has far more members than hand-ins; not all are read."
CUT_OFF = "It is damaged or was cut off; what comes before that is read."
DAMAGED = "It is damaged or was cut off, or is no archive at all."
DAMAGED_MEMBER = "It is damaged in the archive."


class ArchiveFault(Exception):
    """Why an archive is not read, as one sentence for the teacher."""


class Budget:
    """What is left of members to list and bytes to inflate; raises ArchiveFault when it is used up.

    An archive within another has a smaller one `within` the other's, so that a hostile one does not use up its class's.
    """

    def __init__(self, members: int = MOST_MEMBERS, size: int = LARGEST_INFLATED, within: Budget | None = None) -> None:
        self._members = members
        self._size = size
        self._within = within

    @property
    def members_left(self) -> int:
        return self._members if self._within is None else min(self._members, self._within.members_left)

    def take_member(self) -> None:
        if self._within is not None:
            self._within.take_member()
        self._members -= 1
        if self._members < 0:
            raise ArchiveFault(TOO_MANY)

    def take_bytes(self, size: int) -> None:
        if self._within is not None:
            self._within.take_bytes(size)
        self._size -= size
        if self._size < 0:
            raise ArchiveFault("It inflates to far more than hand-ins: a zip bomb.")

    def for_nested(self) -> Budget:
        return Budget(MOST_NESTED_MEMBERS, 2 * LARGEST_NESTED, self)


@dataclass(frozen=True)
class Member:
    """One file in an archive."""

    name: str
    """Its path as the archive has it, which may be anything."""
    modified_at: datetime | None
    """What whoever made the archive wrote there, in the local time zone where the format has none."""
    read: Callable[[int], bytes]
    """All of it, if that is no more than so many bytes; raises UnreadableHandIn."""


class Archive(Protocol):
    """An open archive."""

    def members(self, budget: Budget) -> Iterator[Member]:
        """Every file in it; raises ArchiveFault where it cannot go on."""
        ...

    def close(self) -> None: ...


def moment(seconds: float) -> datetime | None:
    """A time in seconds since 1970 in the local time zone; None for what no clock of a student says."""
    try:
        return datetime.fromtimestamp(seconds).astimezone() if seconds > 315_532_800 else None  # 1980
    except (ValueError, OverflowError, OSError):
        return None


def too_large(limit: int) -> str:
    return f"It is larger than {limit // (1024 * 1024)} MiB."
