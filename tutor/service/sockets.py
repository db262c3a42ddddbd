"""The private folder of a user's services and the sockets in it: made, found, and trusted only when they are ours."""

from __future__ import annotations

import contextlib
import fcntl
import os
import socket
import stat
import struct
from collections.abc import Iterator
from pathlib import Path

_LOCK = "lock"
_SUFFIX = ".sock"
_WAITING = 128
"""Clients that may connect before the service has come up."""


class ServiceUnavailable(Exception):
    """Why there can be no service here; a command then uses a worker of its own."""


def private_folder() -> Path:
    """The folder of this user's sockets, made where it is missing; raises ServiceUnavailable when it is not private."""
    if not hasattr(socket, "SO_PEERCRED"):
        raise ServiceUnavailable("This system does not say who is at the other end of a socket.")
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    parent = Path(runtime) if runtime and _is_private(Path(runtime)) else None
    # Not tempfile's choice: where nothing else can be written it is the current folder, which is somebody's.
    folder = parent / "tutor" if parent else Path(os.environ.get("TMPDIR") or "/tmp") / f"tutor-{os.getuid()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise ServiceUnavailable(f"{folder} cannot be made: {error.strerror}.") from error
    if not _is_private(folder):
        raise ServiceUnavailable(f"{folder} is not a folder that only you can open.")
    return folder


def _is_private(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not stat.S_IMODE(found.st_mode) & 0o077


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Only one process at a time starts a service."""
    with open(folder / _LOCK, "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def address(folder: Path, name: str) -> Path:
    return folder / f"{name}{_SUFFIX}"


def addresses(folder: Path) -> list[Path]:
    """Where services are, or have been."""
    return sorted(folder.glob(f"*{_SUFFIX}"))


def listen(path: Path) -> socket.socket:
    """A socket that listens at `path`, where nobody does; raises OSError."""
    path.unlink(missing_ok=True)
    listening = socket.socket(socket.AF_UNIX)
    try:
        listening.bind(str(path))
        path.chmod(0o600)
        listening.listen(_WAITING)
    except OSError:
        listening.close()
        raise
    return listening


def connect(path: Path) -> socket.socket | None:
    """A connection to whoever listens at `path`, or None when nobody does; raises OSError, also for another user's."""
    ours = socket.socket(socket.AF_UNIX)
    try:
        ours.setblocking(False)  # a queue that is full is an error, and nothing to wait for
        ours.connect(str(path))
        ours.setblocking(True)
        if not is_same_user(ours):
            raise PermissionError(f"{path} belongs to another user")
    except (FileNotFoundError, ConnectionRefusedError):
        ours.close()
        return None
    except OSError:
        ours.close()
        raise
    return ours


def is_same_user(connected: socket.socket) -> bool:
    """Whether the process at the other end belongs to this user, as the kernel says."""
    size = struct.calcsize("3i")
    _, uid, _ = struct.unpack("3i", connected.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size))
    return bool(uid == os.getuid())
