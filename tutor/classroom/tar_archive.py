"""Tar files, of which neither the sizes nor the order are believed."""

from __future__ import annotations

import gzip
import io
import tarfile
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from tutor.classroom.archive_members import (
    CUT_OFF,
    DAMAGED_MEMBER,
    LARGEST_NESTED,
    ArchiveFault,
    Budget,
    Member,
    moment,
    too_large,
)
from tutor.classroom.hand_in import UnreadableHandIn

LONGEST_TAR_HEADER = 16 * 1024
"""Bytes of a long name or of further attributes; older tarfile modules need time with the square of it."""


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
                raise ArchiveFault(CUT_OFF)  # tarfile ends quietly there
            while self._is_compressed and self._file.read(tarfile.RECORDSIZE):
                pass  # gzip's checksum is at the very end
        except (ArchiveFault, MemoryError):
            raise
        except Exception as error:  # a hostile archive makes tarfile raise nearly anything
            raise ArchiveFault(CUT_OFF) from error
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
            raise UnreadableHandIn(too_large(limit))
        self._file.most = limit
        try:
            self._file.seek(info.offset_data)
            content = self._file.read(info.size)
        except MemoryError:
            raise
        except Exception as error:  # a hostile archive makes tarfile raise nearly anything
            raise UnreadableHandIn(DAMAGED_MEMBER) from error
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
