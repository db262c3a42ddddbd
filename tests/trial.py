"""Runs a function in a confined child and tells how it ended; for the tests of the sandbox's layers."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tutor.sandbox import kernel, layers, lockdown
from tutor.sandbox.limits import Limits

SOLO = lockdown.Profile("solo")
SOLO_WITH_FILES = lockdown.Profile("solo", scratch=True)
MULTI = lockdown.Profile("multi")
CORE = frozenset({"rlimits", "landlock", "seccomp"})
"""What is left where user namespaces are forbidden."""
SETUP_FAILED = 97
ORDINARY_ID = 12345

FOUND = layers.probe()
AVAILABLE = layers.names_of_working(FOUND)


@dataclass(frozen=True)
class Ending:
    """What the function returned or raised, and how its process ended."""

    returned: Any = None
    raised: str | None = None
    errno: int | None = None
    message: str = ""
    status: int = 0

    @property
    def signal(self) -> int:
        return os.WTERMSIG(self.status) if os.WIFSIGNALED(self.status) else 0

    @property
    def exit_code(self) -> int | None:
        return os.WEXITSTATUS(self.status) if os.WIFEXITED(self.status) else None


@dataclass(frozen=True)
class Trial:
    """How to confine: the profile, the layers, the limits, and as whom the caller comes."""

    profile: lockdown.Profile = SOLO
    available: frozenset[str] = AVAILABLE
    limits: Limits = field(default_factory=Limits)
    as_ordinary_user: bool = False
    keep: tuple[int, ...] = ()
    """Descriptors the child keeps, beyond those by which it tells."""
    scratch: str = ""
    """Instead of a folder made for the run."""

    def run(self, attempt: Callable[[], Any]) -> Ending:
        """Confine a child, have it try, and wait for it; fails when it had to be killed for taking too long."""
        scratch = self.scratch or (self._make_scratch() if self.profile.has_scratch else "")
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            self._try(attempt, writer, scratch)
        os.close(writer)
        signal.setitimer(signal.ITIMER_REAL, 60)  # SIGALRM ends a test run that would otherwise hang
        with open(reader, "rb") as answer:
            content = answer.read()
        _, status = os.waitpid(child, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        shutil.rmtree(scratch, ignore_errors=True)
        return Ending(**json.loads(content or b"{}"), status=status)

    def _make_scratch(self) -> str:
        folder = tempfile.mkdtemp()
        if self.as_ordinary_user:
            os.chown(folder, ORDINARY_ID, ORDINARY_ID)
        return folder

    def _try(self, attempt: Callable[[], Any], writer: int, scratch: str) -> None:
        code = SETUP_FAILED
        try:
            if self.as_ordinary_user:
                become_ordinary()
            lockdown.confine(self.profile, self.limits, [1, 2, writer, *self.keep], self.available, scratch)
            code = 0
            _tell(writer, {"returned": attempt()})
        except BaseException as error:
            number = getattr(error, "errno", None)
            _tell(writer, {"raised": type(error).__name__, "errno": number, "message": str(error)})
        finally:
            os._exit(code)


@contextlib.contextmanager
def folder_for_everybody() -> Iterator[Path]:
    """A folder that every user may read and write, so that only the sandbox can be what refuses."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


def become_ordinary() -> None:
    """From root to a user who is neither root nor whom the sandbox itself would become."""
    os.setgroups([])
    os.setresgid(ORDINARY_ID, ORDINARY_ID, ORDINARY_ID)
    os.setresuid(ORDINARY_ID, ORDINARY_ID, ORDINARY_ID)
    kernel.set_dumpable(True)


def _tell(writer: int, answer: dict[str, Any]) -> None:
    with contextlib.suppress(OSError):
        os.write(writer, json.dumps(answer, default=repr).encode())
