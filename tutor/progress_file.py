"""The SQLite file behind `tutor.progress`: its tables, how it is opened, and what its failures mean.

Every operation opens and closes it, so that nothing is held while a learner thinks and no lock outlives a crash.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import sqlite3
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

_STEPS = (
    (
        """CREATE TABLE attempts (
            id INTEGER PRIMARY KEY, at TEXT NOT NULL, lesson TEXT NOT NULL, outcome TEXT NOT NULL, score REAL NOT NULL,
            max_score REAL NOT NULL, failed TEXT NOT NULL, diagnosis TEXT NOT NULL, seconds REAL NOT NULL,
            sha256 TEXT NOT NULL)""",
        "CREATE INDEX attempts_by_lesson ON attempts (lesson)",
        "CREATE TABLE hints (lesson TEXT PRIMARY KEY, shown INTEGER NOT NULL)",
        "CREATE TABLE memory (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    ),
    (
        # A review is open until it has a rating; `due` and `card` say when the lesson comes back after it.
        """CREATE TABLE reviews (
            id INTEGER PRIMARY KEY, lesson TEXT NOT NULL, seed INTEGER NOT NULL, started_at TEXT NOT NULL,
            tries INTEGER NOT NULL DEFAULT 0, rating TEXT, ended_at TEXT, due TEXT, card TEXT)""",
        "CREATE UNIQUE INDEX one_open_review ON reviews (lesson) WHERE rating IS NULL",
        "CREATE TABLE sources (attempt INTEGER PRIMARY KEY REFERENCES attempts (id), source BLOB NOT NULL)",
    ),
)
"""What each version of the schema adds to the one before."""
SCHEMA_VERSION = len(_STEPS)
_NETWORK_DRIVES = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "lustre", "ceph", "gpfs", "beegfs", "fuse.sshfs"}


class NewerSchema(Exception):
    """The file was written by a tutor that knows more than this one."""


Statement = tuple[str, tuple[Any, ...]]
FAILURES = (sqlite3.Error, OSError, NewerSchema)


def write(path: Path, statements: Iterable[Statement], patience: float) -> None:
    """Run the statements in one transaction, waiting up to `patience` seconds for other writers."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _refuse_oddities(path)
    with closing(sqlite3.connect(path, timeout=patience, isolation_level=None)) as connection:
        if _version(connection) == 0 and not _on_network_drive(path):
            # Changing the mode does not wait for other programs; whoever comes first has done it.
            with contextlib.suppress(sqlite3.OperationalError):
                connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN IMMEDIATE")
        _bring_up_to_date(connection)
        for statement, values in statements:
            connection.execute(statement, values)
        connection.execute("COMMIT")


def open_to_read(path: Path) -> sqlite3.Connection | None:
    """A connection that changes nothing; None while the file has no tables yet."""
    _refuse_oddities(path)
    try:
        return _opened(path, "mode=ro")
    except sqlite3.OperationalError:
        # In a folder we may not write to, SQLite cannot lock; then nobody else is writing either.
        return _opened(path, "immutable=1")


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the file has every table; one that an older tutor wrote gets the others with the next write."""
    return _version(connection) == SCHEMA_VERSION


def in_memory(content: sqlite3.Connection | None) -> sqlite3.Connection:
    """An up-to-date copy of `content`, which is closed, or empty tables."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    if content is not None:
        with closing(content):
            content.backup(memory)
    _bring_up_to_date(memory)
    return memory


def is_damage(error: Exception) -> bool:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def set_aside(path: Path) -> Path | None:
    """Give a damaged file another name; None if another program has already done so."""
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        if not path.exists() or not _is_damaged(path):
            return None
        aside = _free_name(path)
        for suffix in ("", "-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                os.rename(f"{path}{suffix}", f"{aside}{suffix}")
        return aside
    finally:
        os.close(folder)


def explanation(path: Path, error: Exception) -> str:
    """What the learner should know and do about an error that is no damage."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if isinstance(error, NewerSchema):
        return f"{path} was written by a newer tutor; update this one. Until then new results are not kept."
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return f"{path} is held by another program; new results are saved with the first check after it lets go."
    reason = getattr(error, "strerror", None) or error
    return (
        f"{path} cannot be used ({reason}), so new results are not kept: "
        "check its permissions and the free space, or set TUTOR_STATE_DIR to another folder."
    )


def _refuse_oddities(path: Path) -> None:
    """SQLite waits for ever on a pipe."""
    if path.exists() and not path.is_file():
        raise OSError("it is not a regular file")


def _opened(path: Path, how: str) -> sqlite3.Connection | None:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=2.0, isolation_level=None)
    try:
        version = _version(connection)
    except BaseException:
        connection.close()
        raise
    if version == 0:
        connection.close()
        return None
    return connection


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA_VERSION:
        raise NewerSchema(f"schema version {version}")
    return int(version)


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Add what the file's version lacks; nothing that is there is changed."""
    version = _version(connection)
    for statement in (statement for step in _STEPS[version:] for statement in step):
        connection.execute(statement)
    if version < SCHEMA_VERSION:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _is_damaged(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path, timeout=2.0)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",))
    except sqlite3.DatabaseError as error:
        return is_damage(error)


def _free_name(path: Path) -> Path:
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{stamp}-{number}")).exists():
        number += 1
    return aside


def _on_network_drive(path: Path) -> bool:
    """Write-ahead logs share memory between processes, which machines that share a drive cannot do."""
    try:
        mounts = [line.split()[1:3] for line in Path("/proc/self/mounts").read_text().splitlines()]
    except OSError:
        return False
    holding = [(len(point), kind) for point, kind in mounts if path.is_relative_to(point)]
    return max(holding, default=(0, ""))[1] in _NETWORK_DRIVES
