"""Zip files, of which neither the sizes nor the names are believed."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from itertools import pairwise
from typing import BinaryIO

from tutor.classroom.archive_members import (
    DAMAGED,
    DAMAGED_MEMBER,
    TOO_MANY,
    ArchiveFault,
    Budget,
    Member,
    too_large,
)
from tutor.classroom.hand_in import UnreadableHandIn

HIGHEST_RATIO = 200
"""A class of Python files shrinks to a fifth; what shrinks to a two-hundredth is there to fill memory."""
_SMALL = 1024 * 1024
_LARGEST_DIRECTORY = 48 * 1024 * 1024
_END_OF_ZIP = b"PK\x05\x06"
_ENTRY_OF_ZIP = b"PK\x01\x02"
_LOCATOR_OF_ZIP64 = b"PK\x06\x07"
_LOCAL_HEADER = 30
_IN_ZIP64 = 0xFFFFFFFF


class ZipArchive:
    """A zip file; https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT."""

    def __init__(self, file: BinaryIO, most: int) -> None:
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
        except Exception as error:  # a hostile archive makes zipfile raise nearly anything
            raise UnreadableHandIn(DAMAGED_MEMBER) from error


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
        raise UnreadableHandIn(too_large(limit))
    if info.file_size > _SMALL and info.file_size > HIGHEST_RATIO * max(1, info.compress_size):
        raise UnreadableHandIn("It inflates to more than two hundred times its size: a zip bomb.")


def _check_directory(file: BinaryIO, most: int) -> None:
    """Count the entries before the standard library makes an object of each."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - 22 - 65535 - 76))
    tail = file.read()
    end = tail.rfind(_END_OF_ZIP)
    if end < 0 or len(tail) - end < 22:
        raise ArchiveFault(DAMAGED)
    lengths = [struct.unpack_from("<L", tail, end + 12)[0]]
    if end >= 76 and tail[end - 20 : end - 16] == _LOCATOR_OF_ZIP64:
        lengths.append(struct.unpack_from("<Q", tail, end - 76 + 40)[0])
    length = max(length for length in lengths if length != _IN_ZIP64) if set(lengths) != {_IN_ZIP64} else size
    if length > _LARGEST_DIRECTORY:
        raise ArchiveFault(TOO_MANY)
    file.seek(max(0, size - len(tail) + end - length - 76))
    if file.read(length + 76).count(_ENTRY_OF_ZIP) > most:
        raise ArchiveFault(TOO_MANY)
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
