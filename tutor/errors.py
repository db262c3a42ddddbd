"""Everything that can go wrong outside a learner's own code, and the exit code each one means.

TutorError              exit 3: our fault, or the environment's
├── UsageError          exit 2: a wrong name, a missing file, a bad option
│   └── UnknownLesson   exit 2, with the nearest names
├── CourseError         exit 3: lessons/, exercises/ or graders/ is broken
└── WorkerError         exit 3: the grading worker could not start or went away
"""

from __future__ import annotations

from collections.abc import Sequence

EXIT_PASSED = 0
EXIT_FAILED = 1
EXIT_MISUSE = 2
EXIT_BROKEN = 3


class TutorError(Exception):
    """Says what happened and, in `advice`, what to do about it."""

    exit_code = EXIT_BROKEN

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class UsageError(TutorError):
    """The command was asked for something that cannot be done as it stands."""

    exit_code = EXIT_MISUSE


class UnknownLesson(UsageError):
    """There is no lesson of that name; `nearest` holds the likely ones."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        import difflib  # 3 ms that only a mistyped name has to wait for

        self.nearest = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
        guess = f' Did you mean "{self.nearest[0]}"?' if self.nearest else ""
        super().__init__(f'There is no lesson called "{name}".{guess}', f"`tutor list` shows all {len(known)}.")


class CourseError(TutorError):
    """A file of the course is missing or malformed."""


class WorkerError(TutorError):
    """The process that grades could not be started, or ended before it answered."""


TORCH_MISSING = "PyTorch is not installed here."
"""The message of the WorkerError that front ends tell in words of their own."""
