"""The learner's file as the app last saw it: tells an edit made elsewhere from its own saves."""

from __future__ import annotations

import hashlib
import os
import time
from enum import Enum, auto

from tutor.course import Lesson
from tutor.errors import TutorError
from tutor.workspace import Workspace

Stamp = tuple[int, int, int]


class Change(Enum):
    """What a look at the file found."""

    NONE = auto()
    SETTLING = auto()
    """It changed just now; whoever writes it may not be done."""
    CHANGED = auto()
    GONE = auto()


class OpenFile:
    """One lesson's file, open in the editor."""

    def __init__(self, workspace: Workspace, lesson: Lesson) -> None:
        self.workspace = workspace
        self.lesson = lesson
        self.path = workspace.path(lesson)
        self.source = b""
        """The bytes last read or written here."""
        self._stamp: Stamp | None = None
        self._is_settling = False

    def read(self) -> str:
        """The text, its lines ended by a newline; raises TutorError. Bytes that are no UTF-8 become U+FFFD."""
        self._stamp, self._is_settling = self._look(), False
        self.source = self.workspace.read(self.lesson)
        return self.source.decode("utf-8", "replace").replace("\r\n", "\n")

    @property
    def is_text(self) -> bool:
        """Whether the text can be saved again without losing anything."""
        return self.source == self.source.decode("utf-8", "replace").encode()

    def save(self, text: str) -> bytes:
        """Write the text, with the line ends the file had, and return its bytes; raises TutorError."""
        self.workspace.write(self.lesson, text.replace("\n", "\r\n") if b"\r\n" in self.source else text)
        self._stamp, self._is_settling = self._look(), False
        self.source = self.workspace.read(self.lesson)
        return self.source

    def poll(self) -> Change:
        """Look whether somebody else changed the file since the last look."""
        stamp = self._look()
        if stamp != self._stamp:
            self._stamp, self._is_settling = stamp, stamp is not None
            return Change.GONE if stamp is None else Change.SETTLING
        if not self._is_settling:
            return Change.NONE
        self._is_settling = False
        return Change.CHANGED if self._differs() else Change.NONE

    def differs_on_disk(self) -> bool:
        """Whether the file holds something else than was last seen here; a missing file does not."""
        return self._look() is not None and self._differs()

    def keep_aside(self, text: str) -> str:
        """Save a version that lost a conflict among the backups and return its path."""
        folder = self.workspace.root / ".backups"
        folder.mkdir(parents=True, exist_ok=True)
        stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
        path = folder / f"{self.lesson.id}-{stamp}-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:6]}.py"
        path.write_text(text, encoding="utf-8", errors="surrogateescape", newline="")
        return str(path)

    def _differs(self) -> bool:
        try:
            return self.workspace.read(self.lesson) != self.source
        except TutorError:
            return True

    def _look(self) -> Stamp | None:
        try:
            found = os.stat(self.path)
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino
