"""Who a browser is, and which folder is theirs: a secret in a cookie, never a name that somebody typed."""

from __future__ import annotations

import hashlib
import re
import secrets
from pathlib import Path

from tutor.errors import TutorError

COOKIE = "tutor_visitor"
_SECRET = re.compile(r"[A-Za-z0-9_-]{32}")


def new_secret() -> str:
    """What only one browser will know; a reload and a new connection send it again."""
    return secrets.token_urlsafe(24)


def is_secret(value: str | None) -> bool:
    """Whether this can be a secret of ours; whatever else a browser sends names no folder."""
    return value is not None and _SECRET.fullmatch(value) is not None


def folder_name(secret: str) -> str:
    """The visitor's folder. It can be shown and listed: the secret cannot be found from it."""
    return hashlib.sha256(secret.encode()).hexdigest()[:16]


def make_root(root: Path) -> None:
    """Make the folder of all visitors' folders, for our user alone; raises TutorError."""
    try:
        root.mkdir(parents=True, exist_ok=True, mode=0o700)
        (root / ".writable").touch()
        (root / ".writable").unlink()
    except OSError as error:
        raise TutorError(f"{root} cannot be written: {error.strerror}.", "Name another folder with --root.") from error


def environment(root: Path, secret: str) -> dict[str, str]:
    """Where the app of this visitor keeps files and progress."""
    folder = root / folder_name(secret)
    return {"TUTOR_WORKSPACE": str(folder), "TUTOR_STATE_DIR": str(folder / ".state")}
