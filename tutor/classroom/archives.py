"""The files inside zip and tar archives, listed and read in memory; nothing is ever extracted to disk.

An archive is a stranger's: whatever it declares is checked, and what it inflates to is counted while it does.
"""

from __future__ import annotations

import gzip
import io
import stat
import struct
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import pairwise
from typing import BinaryIO, Protocol

from tutor.classroom.hand_in import UnreadableHandIn

MOST_MEMBERS = 200_000
LARGEST_NESTED = 64 * 1024 * 1024
"""Bytes of an archive within an archive, which is held in memory while it is read."""
LARGEST_INFLATED = 1024 * 1024 * 1024
"""Bytes that an archive, with all in it, may inflate to while it is listed."""
MOST_NESTED_MEMBERS = 50_000
LONGEST_TAR_HEADER = 16 * 1024
"""Bytes of a long name or of further attributes; older tarfile modules need time with the square of it."""
HIGHEST_RATIO = 200
"""A class of Python files shrinks to a fifth; what shrinks to a two-hundredth is there to fill memory."""
_SMALL = 1024 * 1024
_LARGEST_DIRECTORY = 48 * 1024 * 1024
_END_OF_ZIP = b"PK\x05\x06"
_ENTRY_OF_ZIP = b"PK\x01\x02"
_LOCATOR_OF_ZIP64 = b"PK\x06\x07"
_LOCAL_HEADER = 30
_IN_ZIP64 = 0xFFFFFFFF
_TOO_MANY = "It has far more members than hand-ins; not all are read."
_CUT_OFF = "It is damaged or was cut off; what comes before that is read."
_DAMAGED = "It is damaged or was cut off, or is no archive at all."


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
            raise ArchiveFault(_TOO_MANY)

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


def open_archive(file: BinaryIO, name: str, budget: Budget) -> Archive:
    """The archive in `file`, by the suffix of its name; `file` is closed with it. Raises ArchiveFault."""
    try:
        if name.lower().endswith(".zip"):
            return ZipArchive(file, budget.members_left)
        return TarArchive(file, is_compressed=name.lower().endswith("gz"))
    except BaseException as error:  # a hostile archive makes the parsers of the standard library raise nearly anything
        file.close()
        if isinstance(error, ArchiveFault | MemoryError) or not isinstance(error, Exception):
            raise
        raise ArchiveFault(_DAMAGED) from error


class ZipArchive:
    """A zip file; https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT."""

    def __init__(self, file: BinaryIO, most: int = MOST_MEMBERS) -> None:
        self._file = file
        _check_directory(file, most)
        self._zip = zipfile.ZipFile(file)
        _check_overlaps(self._zip.infolist(), self._zip.start_dir)

    def members(self, budget: Budget) -> Iterator[Member]:
        for info in self._zip.infolist():
            budget.take_member()
            if not info.is_dir():
                yield Member(_zip_name(info), _zip_time(info), partial(self._read, info))

    def close(self) -> None:
        self._zip.close()
        self._file.close()

    def _read(self, info: zipfile.ZipInfo, limit: int) -> bytes:
        _refuse_odd_member(info, limit)
        try:
            with self._zip.open(info) as member:
                return member.read(limit + 1)
        except MemoryError:
            raise
        except Exception as error:  # see open_archive
            raise UnreadableHandIn("It is damaged in the archive.") from error


def _refuse_odd_member(info: zipfile.ZipInfo, limit: int) -> None:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if info.flag_bits & 0x1:
        raise UnreadableHandIn("It is encrypted; ask for an archive without a password.")
    if kind not in (0, stat.S_IFREG):
        raise UnreadableHandIn("It is a symbolic link." if kind == stat.S_IFLNK else "It is not a regular file.")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        # bzip2 and LZMA inflate a block at once, however large it becomes.
        raise UnreadableHandIn("It is compressed in a way that is not read here; make the archive again as plain zip.")
    if info.file_size > limit:
        raise UnreadableHandIn(_too_large(limit))
    if info.file_size > _SMALL and info.file_size > HIGHEST_RATIO * max(1, info.compress_size):
        raise UnreadableHandIn("It inflates to more than two hundred times its size: a zip bomb.")


def _check_directory(file: BinaryIO, most: int) -> None:
    """Count the entries before the standard library makes an object of each."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - 22 - 65535 - 76))
    tail = file.read()
    end = tail.rfind(_END_OF_ZIP)
    if end < 0 or len(tail) - end < 22:
        raise ArchiveFault(_DAMAGED)
    lengths = [struct.unpack_from("<L", tail, end + 12)[0]]
    if end >= 76 and tail[end - 20 : end - 16] == _LOCATOR_OF_ZIP64:
        lengths.append(struct.unpack_from("<Q", tail, end - 76 + 40)[0])
    length = max(length for length in lengths if length != _IN_ZIP64) if set(lengths) != {_IN_ZIP64} else size
    if length > _LARGEST_DIRECTORY:
        raise ArchiveFault(_TOO_MANY)
    file.seek(max(0, size - len(tail) + end - length - 76))
    if file.read(length + 76).count(_ENTRY_OF_ZIP) > most:
        raise ArchiveFault(_TOO_MANY)
    file.seek(0)


def _check_overlaps(entries: list[zipfile.ZipInfo], end: int) -> None:
    """Entries that share bytes make a small file inflate to petabytes (https://www.bamsoftware.com/hacks/zipbomb/)."""
    starts = [*sorted((info.header_offset, info.compress_size) for info in entries), (end, 0)]
    for (start, size), (following, _) in pairwise(starts):
        if start < 0 or start + _LOCAL_HEADER + size > following:
            raise ArchiveFault("Its members overlap: it is damaged, or a zip bomb.")


def _zip_name(info: zipfile.ZipInfo) -> str:
    """The whole name as UTF-8 where it is that: macOS writes UTF-8 without saying so; else as the archive says."""
    name = info.orig_filename
    if info.flag_bits & 0x800:
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _zip_time(info: zipfile.ZipInfo) -> datetime | None:
    try:
        return datetime(*info.date_time).astimezone() if info.date_time > (1980, 1, 1, 0, 0, 0) else None
    except (ValueError, OverflowError, OSError):
        return None


class TarArchive:
    """A tar file, perhaps compressed with gzip."""

    def __init__(self, file: BinaryIO, *, is_compressed: bool) -> None:
        self._inner = file
        self._file = _BoundedReads(gzip.GzipFile(fileobj=file) if is_compressed else file)
        self._is_compressed = is_compressed
        self._tar = tarfile.TarFile(fileobj=self._file, mode="r", errorlevel=0)

    def members(self, budget: Budget) -> Iterator[Member]:
        self._file.budget = budget if self._is_compressed else None
        try:
            for info in self._headers():
                budget.take_member()
                if not info.isdir():
                    yield Member(info.name, moment(info.mtime), partial(self._read, info))
            self._file.seek(self._tar.offset)
            if self._file.read(tarfile.BLOCKSIZE) != bytes(tarfile.BLOCKSIZE):
                raise ArchiveFault(_CUT_OFF)  # tarfile ends quietly there
            while self._is_compressed and self._file.read(tarfile.RECORDSIZE):
                pass  # gzip's checksum is at the very end
        except (ArchiveFault, MemoryError):
            raise
        except Exception as error:  # see open_archive
            raise ArchiveFault(_CUT_OFF) from error
        finally:
            self._file.budget = None

    def close(self) -> None:
        self._file.close()
        self._inner.close()

    def _headers(self) -> Iterator[tarfile.TarInfo]:
        before = -1
        while (info := self._tar.next()) is not None:
            if self._tar.offset <= before:
                raise ArchiveFault("One of its members has a negative size.")  # and tarfile would go round for ever
            before = self._tar.offset
            self._tar.members.clear()  # type: ignore[attr-defined]  # else it keeps them all; unknown to typeshed
            yield info

    def _read(self, info: tarfile.TarInfo, limit: int) -> bytes:
        if not info.isreg() or info.issparse():
            raise UnreadableHandIn("It is a symbolic link." if info.issym() else "It is not a regular file.")
        if info.size > limit:
            raise UnreadableHandIn(_too_large(limit))
        self._file.most = limit
        try:
            self._file.seek(info.offset_data)
            content = self._file.read(info.size)
        except MemoryError:
            raise
        except Exception as error:  # see open_archive
            raise UnreadableHandIn("It is damaged in the archive.") from error
        finally:
            self._file.most = LONGEST_TAR_HEADER
        if len(content) < info.size:
            raise UnreadableHandIn("It was cut off in the archive.")
        return content


class _BoundedReads(io.RawIOBase):
    """A file of which nobody reads much at once, as tarfile would for a header that says so; inflation is counted."""

    def __init__(self, file: BinaryIO | gzip.GzipFile) -> None:
        self._inner = file
        self._furthest = 0
        self.most = LONGEST_TAR_HEADER
        self.budget: Budget | None = None

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= self.most:
            raise ArchiveFault("One of its headers is absurdly long.")
        content = self._inner.read(size)
        self._count()
        return content

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        # In steps, so that a member that says it is a terabyte long ends at the budget.
        while whence == io.SEEK_SET and self.budget is not None and offset > self._inner.tell() + LARGEST_NESTED:
            before = self._inner.tell()
            if self._inner.seek(before + LARGEST_NESTED) == before:
                break
            self._count()
        position = self._inner.seek(offset, whence)
        self._count()
        return position

    def tell(self) -> int:
        return self._inner.tell()

    def seekable(self) -> bool:
        return True

    def _count(self) -> None:
        position = self._inner.tell()
        if self.budget is not None and position > self._furthest:
            self.budget.take_bytes(position - self._furthest)
        self._furthest = max(self._furthest, position)


def moment(seconds: float) -> datetime | None:
    """A time in seconds since 1970 in the local time zone; None for what no clock of a student says."""
    try:
        return datetime.fromtimestamp(seconds).astimezone() if seconds > 315_532_800 else None  # 1980
    except (ValueError, OverflowError, OSError):
        return None


def _too_large(limit: int) -> str:
    return f"It is larger than {limit // (1024 * 1024)} MiB."
