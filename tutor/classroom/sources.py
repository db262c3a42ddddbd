"""The hand-ins of a grading as they were graded, by the hash of their bytes, so that they can be graded again."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tutor.classroom.outputs.whole_file import whole_bytes


class Sources:
    """A folder with a file for each different hand-in; which student's it is, the journal says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        return self.folder / f"{sha256}.py"

    def put(self, sha256: str, source: bytes) -> None:
        """Keep it, if it is not kept yet. Raises TutorError."""
        if not self.path(sha256).exists():
            with whole_bytes(self.path(sha256)) as file:
                file.write(source)

    def get(self, sha256: str) -> bytes | None:
        """The bytes with this hash, or None when they are gone or are no longer these."""
        try:
            source = self.path(sha256).read_bytes()
        except OSError:
            return None
        return source if hashlib.sha256(source).hexdigest() == sha256 else None
