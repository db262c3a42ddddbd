"""The learner's own files: one `<lesson>.py` each, in a folder they edit with any editor they like."""

from __future__ import annotations

import errno
import os
import stat
import time
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from tutor.course import Course, Lesson
from tutor.editor_settings import write_editor_settings
from tutor.errors import CourseError, TutorError, UsageError

LARGEST_HAND_IN = 1024 * 1024
"""Bytes. An exercise is a few kilobytes; anything near this is not one."""


def default_workspace() -> Path:
    """Where a learner's files are: $TUTOR_WORKSPACE, or `torch-course` in the home folder."""
    chosen = os.environ.get("TUTOR_WORKSPACE")
    try:
        return Path(chosen).expanduser().absolute() if chosen else Path.home() / "torch-course"
    except RuntimeError as error:
        raise UsageError("There is no home folder for your files.", "Set TUTOR_WORKSPACE to a folder.") from error


class NotAHandIn(Exception):
    """Why a file is no hand-in, as the rest of a sentence that begins with its name: "is a pipe, not a file"."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice


def read_hand_in(path: Path) -> bytes:
    """The bytes of one hand-in; raises UsageError unless it is a readable regular file of a sensible size."""
    try:
        with open_regular(path) as file:
            source = file.read(LARGEST_HAND_IN + 1)
    except NotAHandIn as error:
        raise UsageError(f"{path} {error.reason}.", error.advice) from error
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.", "Check its permissions.") from error
    if len(source) > LARGEST_HAND_IN:
        raise UsageError(f"{path} is larger than 1 MiB.", "A hand-in is one Python file of a few kilobytes.")
    return source


def open_regular(path: Path | str, *, follow_links: bool = True, folder: int | None = None) -> BinaryIO:
    """Open a regular file for reading, below the open directory `folder` if given; never waits.

    Raises NotAHandIn for anything else: a folder, a pipe, a device, a link that is not to be followed.
    """
    # Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | (0 if follow_links else os.O_NOFOLLOW)
    try:
        descriptor = os.open(path, flags, dir_fd=folder)
    except FileNotFoundError as error:
        raise NotAHandIn("does not exist", "Check the name.") from error
    except OSError as error:
        if error.errno == errno.ELOOP and not follow_links:
            raise NotAHandIn("is a symbolic link", "Put the file itself there.") from error
        if error.errno == errno.ENXIO:
            raise NotAHandIn("is a socket or a device, not a file", "Name a Python file.") from error
        raise NotAHandIn(f"cannot be read: {error.strerror}", "Check its permissions.") from error
    kind = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(kind):
        os.close(descriptor)
        raise NotAHandIn(f"is {_kind_of(kind)}, not a file", "Name a Python file; --file - reads one from stdin.")
    return open(descriptor, "rb")


class Workspace:
    """The folder of the learner's files for one course."""

    def __init__(self, root: Path, course: Course, *, is_for_review: bool = False) -> None:
        self.root = root
        self.course = course
        self.is_for_review = is_for_review

    @cached_property
    def for_review(self) -> Workspace:
        """The files of reviews, which begin from the stub again and leave the learner's own alone."""
        return Workspace(self.root / ".review", self.course, is_for_review=True)

    def path(self, lesson: Lesson) -> Path:
        return self.root / f"{lesson.id}.py"

    def ensure(self, lesson: Lesson) -> Path:
        """The lesson's file, copied from its stub if it is not there yet; an existing one is never touched."""
        path = self.path(lesson)
        if not os.path.lexists(path):
            self._make_folder(self.root)
            try:
                _write_new(path, _stub(lesson))
            except FileExistsError:
                pass  # another tutor was faster
            except OSError as error:
                raise _unwritable(path, error) from error
        write_editor_settings(self.root)
        return path

    def ensure_all(self) -> None:
        for lesson in self.course.lessons:
            self.ensure(lesson)

    def read(self, lesson: Lesson) -> bytes:
        """What the learner has written; raises UsageError if there is nothing readable."""
        path = self.path(lesson)
        if not os.path.lexists(path):
            raise UsageError(f"{path} does not exist.", f"`tutor reset {lesson.slug}` brings the starting file back.")
        return read_hand_in(path)

    def write(self, lesson: Lesson, text: str) -> None:
        """Save `text` so that a crash or a full disk leaves either the old file or the new one, never half of one."""
        self._make_folder(self.root)
        path = self.path(lesson)
        try:
            _replace(Path(os.path.realpath(path)), text.encode("utf-8", "surrogateescape"))
        except (OSError, UnicodeError) as error:
            raise _unwritable(path, error) from error

    def reset(self, lesson: Lesson) -> Path | None:
        """Bring the starting file back; returns where the learner's version was kept, None if there was none."""
        path = self.path(lesson)
        there = os.path.exists(path)
        if there and self.is_untouched(lesson):
            return None
        if there and not path.is_file():
            raise UsageError(f"{path} is {_kind_of(path.stat().st_mode)}, not a file.", "Move it away by hand.")
        self._make_folder(self.root / ".backups" if there else self.root)
        try:
            backup = self._back_up(path, lesson) if there else None
            _replace(Path(os.path.realpath(path)), _stub(lesson))
        except OSError as error:
            raise _unwritable(path, error) from error
        return backup

    def is_untouched(self, lesson: Lesson) -> bool:
        """Whether the learner has not written anything yet: no file, or the stub as it came."""
        path = self.path(lesson)
        if not os.path.exists(path):
            return True
        try:
            return read_hand_in(path) == _stub(lesson)
        except UsageError:
            return False

    def _back_up(self, path: Path, lesson: Lesson) -> Path:
        content = path.read_bytes()
        stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
        number = 1
        while True:
            again = f"-{number}" if number > 1 else ""
            backup = self.root / ".backups" / f"{lesson.id}-{stamp}{again}.py"
            try:
                _write_new(backup, content)
                return backup
            except FileExistsError:
                number += 1

    def _make_folder(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unwritable(folder, error) from error


def _stub(lesson: Lesson) -> bytes:
    try:
        return lesson.stub.read_bytes()
    except OSError as error:
        raise CourseError(f"{lesson.stub} cannot be read: {error.strerror}.", "Reinstall the tutor.") from error


def _write_new(path: Path, content: bytes) -> None:
    """Create `path`; raises FileExistsError rather than write over anything, and leaves no half-written file."""
    with open(path, "xb") as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            path.unlink()
            raise


def _replace(path: Path, content: bytes) -> None:
    """Write beside `path`, then rename: whoever reads it sees the old content or the new, whole."""
    beside = path.with_name(f".{path.name}.{os.getpid()}-{time.monotonic_ns()}")
    try:
        _write_new(beside, content)
        if path.exists():
            beside.chmod(stat.S_IMODE(path.stat().st_mode))
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _kind_of(mode: int) -> str:
    kinds = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket"}
    return kinds.get(stat.S_IFMT(mode), "a device")


def _unwritable(path: Path, error: OSError | UnicodeError) -> TutorError:
    reason = error.strerror if isinstance(error, OSError) else "it holds a character that UTF-8 cannot store"
    return TutorError(
        f"{path} cannot be written: {reason}.",
        "Free some space or change its permissions, or set TUTOR_WORKSPACE to another folder.",
    )
