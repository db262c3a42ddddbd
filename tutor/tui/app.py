"""The terminal app: its colours, the windows in front of its screen, and how it starts and ends."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from tutor.course import Course, Lesson
from tutor.errors import EXIT_BROKEN, EXIT_PASSED, TutorError, UsageError
from tutor.language import Language, language_of_app, unknown_wish
from tutor.progress import Progress, lesson_to_open
from tutor.service.grader import warm_grader
from tutor.settings import read_settings, settings_path
from tutor.tui import line_breaks, standing
from tutor.tui.check_runner import Grader
from tutor.tui.display import AsciiFilter, is_ascii
from tutor.tui.external_editor import ExternalEditor, find_editor
from tutor.tui.key_names import key_name, keys
from tutor.tui.language_screen import Relabelled
from tutor.tui.lesson_screen import LessonScreen
from tutor.tui.themes import DARK, LIGHT
from tutor.tui.wording import say, speak, spoken
from tutor.workspace import Workspace

if TYPE_CHECKING:
    from textual.command import Provider


class TutorApp(App[None]):
    """Opens on one lesson; everything about lessons is the screen's."""

    TITLE = "tutor"
    CSS_PATH = "tutor.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "quit", show=False, priority=True, id="app.quit"),
        Binding("ctrl+p", "command_palette", "commands", show=False, priority=True, key_display="^P", id="commands"),
    ]

    def __init__(
        self,
        course: Course,
        workspace: Workspace,
        progress: Progress,
        grader: Grader,
        lesson: Lesson,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        line_breaks.install()
        language = language_of_app(progress.recall("language"))
        speak(language)
        course = course.in_language(language)
        super().__init__()
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        # Before anything is mounted: a theme set later styles every widget a second time.
        self.theme = LIGHT.name if progress.recall("theme") == LIGHT.name else DARK.name
        self.progress = progress
        self._ascii = [AsciiFilter()] if is_ascii() else []
        self._keys, self._problems = chosen_keys()
        self.lesson_screen = LessonScreen(course, workspace, progress, grader, course.lesson(lesson.id), clock)
        self.kept_aside: str | None = None
        """Where typed text went that could not be saved over a file changed elsewhere."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), *self._ascii]

    def get_default_screen(self) -> Screen[None]:
        return self.lesson_screen

    def get_key_display(self, binding: Binding) -> str:
        """A key as the footer names it: ^S, F5, h."""
        return binding.key_display or key_name(binding.key).replace("Ctrl+", "^")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a browser there is no editor of the learner's own, and its key is not offered."""
        return not (action == "external_editor" and self.is_web)

    def on_mount(self) -> None:
        if not self.is_headless:
            for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                asyncio.get_running_loop().add_signal_handler(number, self.run_action_soon, "quit")

    def run_action_soon(self, action: str) -> None:
        self.call_later(self.run_action, action)

    async def action_quit(self) -> None:
        """Save everything, then end."""
        self.lesson_screen.is_closing = True
        self.lesson_screen.once_typed(self._end)

    def _end(self) -> None:
        self.kept_aside = self.lesson_screen.leave()
        self.exit()

    # Windows in front of the screen

    def _use_chosen_keys(self) -> None:
        """Apply the learner's own keys, and say which of them cannot be used."""
        if self._keys:
            self.set_keymap(self._keys)
        for problem in self._problems:
            self.notify(problem, title=say.settings, severity="warning", timeout=15, markup=False)

    def on_lesson_screen_ready(self) -> None:
        self._use_chosen_keys()
        if wish := unknown_wish():
            self.notify(say.unknown_language(wish), severity="warning", timeout=15, markup=False)
        if self.progress.recall("welcome") is None:
            from tutor.tui.dialogs import Welcome

            self.progress.remember("welcome", "seen")
            self.push_screen(Welcome(standing.short_path(self.lesson_screen.workspace.root)))

    def action_help(self) -> None:
        from tutor.tui.dialogs import Help

        self.push_screen(Help())

    def action_command_palette(self) -> None:
        from tutor.tui.commands import Actions, Lessons, LessonText

        self._open_palette(say.palette_placeholder, Actions, Lessons, LessonText)

    def action_find(self) -> None:
        from tutor.tui.commands import Lessons, LessonText

        self._open_palette(say.find_placeholder, Lessons, LessonText)

    def _open_palette(self, placeholder: str, *providers: type[Provider]) -> None:
        from textual.command import CommandPalette

        if self.screen is self.lesson_screen:
            self.push_screen(CommandPalette(providers=providers, placeholder=placeholder))

    def action_switch_colours(self) -> None:
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name
        self.progress.remember("theme", self.theme)

    async def action_switch_language(self) -> None:
        """F8: the other language, on the whole screen and from now on."""
        language: Language = "en" if spoken() == "zh" else "zh"
        if not self.lesson_screen.is_ready:
            return
        try:
            course = self.lesson_screen.course.in_language(language)
        except TutorError as error:
            self.lesson_screen.learn_of(error)
            return
        speak(language)
        self.progress.remember("language", language)
        await self.lesson_screen.show_language(course)
        if isinstance(self.screen, Relabelled):
            self.screen.relabel()

    # The learner's own editor

    def action_external_editor(self) -> None:
        """F4: save, then open the file in the learner's own editor."""
        if self.is_web:  # an editor that opens a window would open it on the server's screen
            self.notify(say.no_suspend, severity="warning")
            return
        code = self.lesson_screen.code
        if code.has_conflict or not code.save_quietly():
            return
        editor = find_editor()
        if editor is None:
            self.notify(say.no_editor, severity="warning", markup=False)
            return
        path = self.lesson_screen.files.path(self.lesson_screen.lesson)
        try:
            self._edit_outside(editor, path)
        except SuspendNotSupported:
            self.notify(say.no_suspend, severity="warning")
        except OSError as error:
            self.notify(say.editor_failed(editor.name, error.strerror or "OSError"), severity="warning", markup=False)
        else:
            code.look_at_file()

    def _edit_outside(self, editor: ExternalEditor, path: Path) -> None:
        if editor.is_windowed:
            editor.open_window(path)
            self.notify(say.opened_outside(editor.name), markup=False)
            return
        with self.suspend():
            editor.edit(path)
        self.refresh(layout=True)

    # When something of ours breaks

    def _fatal_error(self) -> None:
        """Save what was typed and say so in plain words; Textual would print a traceback."""
        kept = self._save_what_was_typed()
        trace = (self.progress.path.parent if self.progress.path else Path.cwd()) / "last-failure.txt"
        try:
            trace.parent.mkdir(parents=True, exist_ok=True)
            trace.write_text("".join(traceback.format_exception(self._exception)), encoding="utf-8")
        except OSError:
            traceback.print_exception(self._exception)
        self._exit_renderables.append(say.crash(kept or "", standing.short_path(trace)))
        self._close_messages_no_wait()

    def _save_what_was_typed(self) -> str | None:
        try:
            return self.lesson_screen.leave()
        except Exception:
            return None


def chosen_keys() -> tuple[dict[str, str], list[str]]:
    """The keys of the settings, from now on told everywhere, and a sentence about each that cannot be used."""
    settings = read_settings(settings_path())
    if not settings.keys:
        keys.use({}, {})
        return {}, list(settings.problems)
    from tutor.tui import comparison, conflict_bar, dialogs, editor, lesson_pane, prediction_form, results_pane
    from tutor.tui.keymap import bound_actions, checked_keys, taken_keys

    main = bound_actions(TutorApp, LessonScreen, lesson_pane.LessonPane, results_pane.ResultsPane)
    parts = editor.Editor, conflict_bar.ConflictBar, prediction_form.PredictionForm, comparison.Comparison
    every = main | bound_actions(dialogs.Help, dialogs.History, dialogs.Question, dialogs.Welcome, *parts)
    chosen, unusable = checked_keys(settings.keys, every)
    keys.use(chosen, every)
    return chosen, [*settings.problems, *unusable, *taken_keys(chosen, main)]


def run(
    course: Course,
    workspace: Workspace,
    progress: Progress,
    lesson: str | None = None,
    grader: Grader | None = None,
) -> int:
    """Open the app on a lesson, else on the one last open, and return the exit code."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        raise UsageError(say.needs_terminal, say.needs_terminal_advice)
    return open_app(course, workspace, progress, grader or warm_grader(course.root, nice=True), lesson)


def open_app(
    course: Course, workspace: Workspace, progress: Progress, grader: Grader, lesson: str | None = None
) -> int:
    """Open the app wherever Textual's driver shows it, and return the exit code; the grader is closed at the end."""
    workspace.ensure_all()
    app = TutorApp(course, workspace, progress, grader, lesson_to_open(course, progress, lesson))
    try:
        app.run()
    finally:
        grader.close()
    if app.kept_aside:
        print(say.kept_aside(app.kept_aside), file=sys.stderr)
    return EXIT_BROKEN if app.return_code else EXIT_PASSED
