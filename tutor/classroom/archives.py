"""The files inside zip and tar archives, listed and read in memory; nothing is ever extracted to disk.

An archive is a stranger's: whatever it declares is checked, and what it inflates to is counted while it does.
"""

from __future__ import annotations

from typing import BinaryIO

from tutor.classroom.archive_members import DAMAGED, Archive, ArchiveFault, Budget
from tutor.classroom.tar_archive import TarArchive
from tutor.classroom.zip_archive import ZipArchive


def open_archive(file: BinaryIO, name: str, budget: Budget) -> Archive:
    """The archive in `file`, by the suffix of its name; `file` is closed with it. Raises ArchiveFault."""
    try:
        if name.lower().endswith(".zip"):
            return ZipArchive(file, budget.members_left)
        return TarArchive(file, is_compressed=name.lower().endswith("gz"))
    except BaseException as error:  # a hostile archive makes zipfile and tarfile raise nearly anything
        file.close()
        if isinstance(error, ArchiveFault | MemoryError) or not isinstance(error, Exception):
            raise
        raise ArchiveFault(DAMAGED) from error
