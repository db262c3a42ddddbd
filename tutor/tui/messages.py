"""Everything that can happen in the app, as one list of messages."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from tutor.conversation import CheckProgress
from tutor.errors import TutorError
from tutor.report import Report
from tutor.tui.answers import RightWay


@dataclass
class CheckStarted(Message):
    """A check of the lesson began."""

    lesson: str


@dataclass
class CheckAdvanced(Message):
    """PyTorch is starting, or the next check of the lesson is running."""

    progress: CheckProgress


@dataclass
class CheckFinished(Message):
    """The grader answered."""

    report: Report
    is_review: bool = False


@dataclass
class CheckStopped(Message):
    """A check was cancelled and left no result."""

    lesson: str


@dataclass
class WorkerLost(Message):
    """The grader could not answer."""

    lesson: str
    error: TutorError


@dataclass
class AnswersFound(Message):
    """The judge sent the right ways to write the lesson's exercise."""

    lesson: str
    ways: tuple[RightWay, ...]


@dataclass
class AnswersMissing(Message):
    """There are no answers to compare with, or nobody to ask for them."""

    lesson: str
    error: TutorError


@dataclass
class HandInSaved(Message):
    """The learner's file was saved, here or in another editor, and wants a check."""

    source: bytes
    is_review: bool = False


@dataclass
class HandInEdited(Message):
    """The editor's text changed; `unsaved` says whether it differs from the file now."""

    unsaved: bool


@dataclass
class HandInTrouble(Message):
    """The learner's file went away, cannot be read or cannot be written; None when all is well again."""

    error: TutorError | None
    is_gone: bool = False


@dataclass
class LessonChosen(Message):
    """The learner wants to open this lesson."""

    lesson: str


@dataclass
class PaneChosen(Message):
    """The learner clicked a tab."""

    pane: str
