"""The one screen of the app: lesson, code, results and course, in one, two or three columns."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, Literal, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from tutor.client import CheckProgress, CheckRequest
from tutor.course import Course, Lesson
from tutor.errors import TutorError, UnknownLesson
from tutor.progress import Progress
from tutor.report import Report
from tutor.tui.bars import StatusStrip, TabBar, TopBar
from tutor.tui.check_runner import CheckRunner, Grader
from tutor.tui.code_pane import CodePane
from tutor.tui.lesson_pane import LessonPane
from tutor.tui import messages, standing
from tutor.tui.result_state import ResultState, Trouble
from tutor.tui.results_pane import ResultsPane
from tutor.tui.wording import say
from tutor.workspace import Workspace

Pane = Literal["lesson", "code", "results", "course"]
QUICK = 0.3
"""Seconds; a check that is over sooner shows nothing but its result."""


class LessonScreen(Screen[None]):
    """Shows one lesson at a time and owns what happens to it."""

    AUTO_FOCUS = None
    HORIZONTAL_BREAKPOINTS: ClassVar = [(0, "-narrow"), (60, "-compact"), (100, "-normal"), (160, "-wide")]
    VERTICAL_BREAKPOINTS: ClassVar = [(0, "-low"), (16, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "check", say.check, priority=True, key_display="^S", id="check", tooltip=say.command_check),
        Binding("h", "hint", say.hint, id="hint", tooltip=say.command_hint),
        Binding("n", "next_lesson", say.next, id="next", tooltip=say.command_next),
        Binding("i,enter", "show_pane('code')", say.edit, key_display="i", id="edit"),
        Binding("f1,question_mark", "help", say.help, key_display="F1", id="help", tooltip=say.command_help),
        Binding("f2", "course", say.course, key_display="F2", id="course", tooltip=say.command_course),
        Binding("f4", "external_editor", say.editor, key_display="F4", id="editor", tooltip=say.command_editor),
        Binding("p", "previous_lesson", say.previous, show=False, id="previous"),
        Binding("d", "other_view", say.other_view, show=False, id="view"),
        Binding("m", "full_screen", say.full_screen, show=False, id="full_screen"),
        Binding("r", "again", say.again, show=False, id="again"),
        Binding("k", "keep_mine", say.keep_mine, show=False, id="keep_mine"),
        Binding("slash", "find", say.find, show=False, id="find"),
        Binding("1", "show_pane('lesson')", show=False, id="pane.lesson"),
        Binding("2", "show_pane('code')", show=False, id="pane.code"),
        Binding("3", "show_pane('results')", show=False, id="pane.results"),
        Binding("4", "show_pane('course')", show=False, id="pane.course"),
        Binding("escape", "back", show=False, id="back"),
        Binding("q", "app.quit", say.quit, show=False, id="quit"),
    ]
